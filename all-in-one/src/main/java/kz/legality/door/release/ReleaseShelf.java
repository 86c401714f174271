package kz.legality.door.release;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import kz.legality.door.answer.AnswerJson;
import kz.legality.release.ListChange;
import kz.legality.release.ListName;

/**
 * The files of the releases, in a folder a list: {@code 000007.jsonl} and {@code .csv} are the seventh whole,
 * {@code 000007.changes.jsonl} is what it changed. A file that has its name is never written again.
 */
final class ReleaseShelf {
    private final Path root;

    ReleaseShelf(Path root) {
        this.root = root;
    }

    Path whole(ListName list, long number, ReleaseForm form) {
        return file(list, number, form.extension());
    }

    Path changes(ListName list, long number) {
        return file(list, number, "changes.jsonl");
    }

    private Path file(ListName list, long number, String extension) {
        return folder(list).resolve(String.format(Locale.ROOT, "%06d.%s", number, extension));
    }

    Path folder(ListName list) {
        return root.resolve(list.written());
    }

    /**
     * What changed after one release and until another, by IMEI: as much work as there were changes, however long the list.
     * Empty where a file of the chain is gone.
     *
     * @param since 0 is the empty list before the first
     */
    Optional<SortedMap<String, ListChange<JsonNode>>> delta(ListName list, long since, long until) {
        SortedMap<String, ListChange<JsonNode>> net = new TreeMap<>();
        for (long number = since + 1; number <= until; number++) {
            Path changes = changes(list, number);
            if (!Files.exists(changes)) {
                return Optional.empty();
            }
            eachLine(changes, line -> {
                RowChange row = RowChange.of(AnswerJson.parse(line));
                ListChange<JsonNode> earlier = net.remove(row.imei());
                Optional.of(row.change())
                        .flatMap(it -> earlier == null ? Optional.of(it) : earlier.then(it))
                        .ifPresent(it -> net.put(row.imei(), it));
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
