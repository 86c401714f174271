package kz.legality.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The command line in a process of its own, which can be killed. */
final class ChildProcess {
    private ChildProcess() {}

    /** @param folder where what it prints is kept */
    static Process ledger(Path folder, Object... words) throws IOException {
        return running(folder, Ledger.class, words);
    }

    /** Another main class in its place. */
    static Process running(Path folder, Class<?> main, Object... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx384m",
                "-Daxoniq.update-checker.disabled=true",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                main.getName()));
        for (Object word : words) {
            command.add(word.toString());
        }
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("children.log").toFile()))
                .start();
    }

    /** How much it has written of the events of a data directory. */
    static long bytesWritten(Path data) {
        Path events = data.resolve("events");
        if (!Files.isDirectory(events)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(events)) {
            return files.mapToLong(it -> it.toFile().length()).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
