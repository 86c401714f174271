package kz.legality.command.store.rocksdb;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Other processes for the tests, started as fast as a JVM can be: classes from an archive, the native library unpacked once. */
final class ChildJvm {
    private final Path home;
    private final String classPath;

    ChildJvm(Path home) {
        this.home = home;
        this.classPath = packed(home);
        String library = System.mapLibraryName("rocksdbjni-linux64");
        try (InputStream in = ClassLoader.getSystemResourceAsStream(library)) {
            if (in != null) {
                Files.copy(in, home.resolve(library));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An archive of classes takes jars only, so directories are packed. */
    private static String packed(Path home) {
        String paths = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> packed = new ArrayList<>();
        for (String path : paths.split(File.pathSeparator, -1)) {
            Path entry = Path.of(path);
            packed.add(
                    Files.isDirectory(entry)
                            ? pack(entry, home.resolve("classes-" + packed.size() + ".jar"))
                                    .toString()
                            : path);
        }
        return String.join(File.pathSeparator, packed);
    }

    private static Path pack(Path directory, Path jar) {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(
                        new ZipEntry(directory.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, out);
            }
            return jar;
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
                classPath,
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
