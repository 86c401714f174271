package kz.legality.command.store.rocksdb;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Other processes for the tests, started as fast as a JVM can be: classes from an archive, the native library unpacked once. */
final class ChildJvm {
    private final Path home;

    ChildJvm(Path home) {
        this.home = home;
        String library = System.mapLibraryName("rocksdbjni-linux64");
        try (InputStream in = ClassLoader.getSystemResourceAsStream(library)) {
            if (in != null) {
                Files.copy(in, home.resolve(library));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Process start(Class<?> main, Path output, Object... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-Xshare:auto",
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + home.resolve("classes.jsa"),
                "-Djava.library.path=" + home,
                "-Daxoniq.update-checker.disabled=true",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                main.getName()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
