package kz.legality.door.release;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kz.legality.door.answer.AnswerJson;
import kz.legality.identifier.FileHash;
import kz.legality.identifier.Sha256;
import kz.legality.release.ListName;
import kz.legality.release.ReleaseEvent.ListReleased;

/**
 * The files of the releases, in a folder a list: {@code 000007.jsonl} and {@code .csv} are the seventh whole,
 * {@code 000007.changes.jsonl} is what it changed,
 * {@code 000007.made-by} what its entries were made by; one that waits to be signed ends in {@code .held}. A file that has its name is never written again.
 */
final class ReleaseShelf {
    private static final String CHANGES = "changes.jsonl";
    private static final String MADE_BY = "made-by";
    private static final int READ_BYTES = 1 << 20;

    private final Path root;

    ReleaseShelf(Path root) {
        this.root = root;
    }

    Path whole(ListName list, long number, ReleaseForm form) {
        return file(list, number, form.extension());
    }

    Path changes(ListName list, long number) {
        return file(list, number, CHANGES);
    }

    Path madeBy(ListName list, long number) {
        return file(list, number, MADE_BY);
    }

    /** The files of one release: the list whole in its forms, what it changed, and what made it. */
    private List<String> extensions() {
        List<String> extensions = new ArrayList<>();
        for (ReleaseForm form : ReleaseForm.values()) {
            extensions.add(form.extension());
        }
        extensions.add(CHANGES);
        extensions.add(MADE_BY);
        return extensions;
    }

    /** While it waits to be signed a release has names that no other reader looks for. */
    static Path asHeld(Path named) {
        return named.resolveSibling(named.getFileName() + ".held");
    }

    boolean holds(ListName list, long number) {
        return extensions().stream().allMatch(it -> Files.exists(asHeld(file(list, number, it))));
    }

    void keepHeld(ListName list, long number) {
        try {
            for (String extension : extensions()) {
                Path named = file(list, number, extension);
                Files.move(asHeld(named), named, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the release cannot take its name", e);
        }
    }

    void dropHeld(ListName list, long number) {
        try {
            for (String extension : extensions()) {
                Files.deleteIfExists(asHeld(file(list, number, extension)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a release that is not wanted any more cannot be put away", e);
        }
    }

    private Path file(ListName list, long number, String extension) {
        return folder(list).resolve(String.format(Locale.ROOT, "%06d.%s", number, extension));
    }

    /** Whether the files of a release are there as they were signed, and were made by what makes lists now. */
    boolean isAsSigned(ListReleased release, String madeBy) {
        Path told = madeBy(release.list(), release.number());
        try {
            return Files.exists(told)
                    && Files.readString(told).strip().equals(madeBy)
                    && Stream.of(ReleaseForm.values()).parallel().allMatch(form -> isAsSigned(release, form));
        } catch (IOException e) {
            throw new UncheckedIOException("the release cannot be read from " + told, e);
        }
    }

    private boolean isAsSigned(ListReleased release, ReleaseForm form) {
        FileHash signed = form == ReleaseForm.CSV ? release.csv() : release.lines();
        Path file = whole(release.list(), release.number(), form);
        MessageDigest digest = Sha256.begin();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = new byte[READ_BYTES];
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                digest.update(bytes, 0, read);
            }
            return signed.equals(FileHash.of(digest));
        } catch (NoSuchFileException gone) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException("the release cannot be read from " + file, e);
        }
    }

    Path folder(ListName list) {
        return root.resolve(list.written());
    }

    /**
     * What changed after one release and until another, by key: as much work as there were changes, however long the list.
     * Empty where a file of the chain is gone.
     *
     * @param since 0 is the empty list before the first
     */
    Optional<SortedMap<String, RowChange>> delta(ListName list, long since, long until) {
        SortedMap<String, RowChange> net = new TreeMap<>();
        for (long number = since + 1; number <= until; number++) {
            Path changes = changes(list, number);
            if (!Files.exists(changes)) {
                return Optional.empty();
            }
            eachLine(changes, line -> {
                RowChange row = RowChange.of(AnswerJson.parse(line));
                RowChange earlier = net.remove(row.key());
                (earlier == null ? Optional.of(row) : earlier.then(row)).ifPresent(it -> net.put(it.key(), it));
            });
        }
        return Optional.of(net);
    }

    static void eachLine(Path file, Consumer<String> consumer) {
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                consumer.accept(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the release cannot be read from " + file, e);
        }
    }
}
