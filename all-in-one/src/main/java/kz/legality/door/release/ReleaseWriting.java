package kz.legality.door.release;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.legality.door.answer.AnswerJson;
import kz.legality.identifier.FileHash;
import kz.legality.identifier.Sha256;
import kz.legality.query.list.ListEntry;
import kz.legality.query.list.SubscriberEntry;
import kz.legality.release.ListChange;
import kz.legality.release.ListName;
import kz.legality.release.ReleaseEvent.ListReleased;
import kz.legality.release.RemovalCause;
import org.jspecify.annotations.Nullable;

/**
 * One release while it is written, entry by entry in the order of its keys, beside the release before it, from which it
 * tells what changed. Its files are unfinished and have other names until {@link #keep}: a crash leaves nothing that
 * looks like a release.
 */
final class ReleaseWriting implements AutoCloseable {
    private static final int BUFFER_BYTES = 1 << 16;

    private record Part(Path unfinished, Path named, OutputStream out, MessageDigest digest) {
        static Part begin(Path named) throws IOException {
            Path unfinished = named.resolveSibling(named.getFileName() + ".part");
            MessageDigest digest = Sha256.begin();
            return new Part(
                    unfinished,
                    named,
                    new BufferedOutputStream(
                            new DigestOutputStream(Files.newOutputStream(unfinished), digest), BUFFER_BYTES),
                    digest);
        }

        void line(String line) throws IOException {
            out.write(line.getBytes(StandardCharsets.UTF_8));
            out.write('\n');
        }
    }

    private final Map<ReleaseForm, Part> forms = new EnumMap<>(ReleaseForm.class);
    private final Map<ListChange.Kind, Long> changed = new EnumMap<>(ListChange.Kind.class);
    private final Part changes;
    private final Part madeBy;
    private final Function<ReleaseForm, Path> previous;
    private final @Nullable BufferedReader before;
    private @Nullable String beforeLine;
    private final ListName list;
    private final Function<String, @Nullable RemovalCause> causeOf;
    private long entries;

    private ReleaseWriting(
            ReleaseShelf shelf,
            ListName list,
            long number,
            String madeBy,
            Function<String, @Nullable RemovalCause> causeOf)
            throws IOException {
        this.list = list;
        this.causeOf = causeOf;
        Files.createDirectories(shelf.folder(list));
        for (ReleaseForm form : ReleaseForm.values()) {
            Part part = Part.begin(shelf.whole(list, number, form));
            if (form == ReleaseForm.CSV) {
                part.line(String.join(",", ReleaseRow.columns(list)));
            }
            forms.put(form, part);
        }
        this.changes = Part.begin(shelf.changes(list, number));
        this.madeBy = Part.begin(shelf.madeBy(list, number));
        this.madeBy.line(madeBy);
        this.previous = form -> shelf.whole(list, number - 1, form);
        this.before = number == 1 ? null : Files.newBufferedReader(previous.apply(ReleaseForm.JSON_LINES));
        this.beforeLine = before == null ? null : before.readLine();
    }

    /**
     * Begins with empty files.
     *
     * @param madeBy names what the entries of a list are made by, and changes when they may be made otherwise
     * @param causeOf why a row of this IMEI's is no longer on the list; null where the list does not tell
     */
    static ReleaseWriting begin(
            ReleaseShelf shelf,
            ListName list,
            long number,
            String madeBy,
            Function<String, @Nullable RemovalCause> causeOf) {
        try {
            return new ReleaseWriting(shelf, list, number, madeBy, causeOf);
        } catch (IOException e) {
            throw new UncheckedIOException("the release cannot be written into " + shelf.folder(list), e);
        }
    }

    /** An entry as it is written in each form. */
    record Row(String line, String csv) {}

    static Row row(ListEntry entry) {
        String reasons = entry.reasons().stream().map(Enum::name).collect(Collectors.joining("|"));
        Instant deadline = entry.deadline();
        LocalDate blockDate = entry.blockDate();
        return new Row(
                AnswerJson.line(entry),
                String.join(
                        ",",
                        entry.imei(),
                        entry.status().name(),
                        entry.since().toString(),
                        deadline == null ? "" : deadline.toString(),
                        reasons,
                        blockDate == null ? "" : blockDate.toString()));
    }

    void add(SubscriberEntry entry) {
        add(new Row(AnswerJson.line(entry), ReleaseRow.csv(ReleaseRow.columns(list), AnswerJson.tree(entry))));
    }

    /** Returns whether the release before did not have it. */
    boolean add(Row row) {
        String line = row.line();
        try {
            part(ReleaseForm.JSON_LINES).line(line);
            part(ReleaseForm.CSV).line(row.csv());
            entries++;
            String key = ReleaseRow.keyOf(list, line);
            removeUntil(key);
            String same =
                    beforeLine != null && ReleaseRow.keyOf(list, beforeLine).equals(key) ? beforeLine : null;
            if (same != null) {
                next();
            }
            if (!line.equals(same)) {
                note(key, same, line);
            }
            return same == null;
        } catch (IOException e) {
            throw new UncheckedIOException("the release cannot be written", e);
        }
    }

    /**
     * Writes the release before once more but for these IMEIs, which alone may have changed: in place of {@link #add} and
     * {@link #finish}. Returns those that it did not have.
     *
     * @param rows as they are now, by IMEI; empty where it is not on the list any more
     */
    Set<String> revise(ListReleased last, SortedMap<String, Optional<Row>> rows) {
        Set<String> added = new HashSet<>();
        SortedMap<String, Optional<Row>> revised = new TreeMap<>();
        try (KeptRows kept = KeptRows.open(previous.apply(ReleaseForm.JSON_LINES), ReleaseForm.JSON_LINES)) {
            long at = kept.first();
            for (Map.Entry<String, Optional<Row>> entry : rows.entrySet()) {
                at = kept.find(entry.getKey(), at);
                String was = kept.row(at, entry.getKey()).orElse(null);
                String is = entry.getValue().map(Row::line).orElse(null);
                if (!Objects.equals(was, is)) {
                    note(entry.getKey(), was, is);
                    revised.put(entry.getKey(), entry.getValue());
                }
                if (was == null && is != null) {
                    added.add(entry.getKey());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the release before cannot be read", e);
        }
        if (!revised.isEmpty()) {
            forms.keySet().parallelStream().forEach(form -> rewrite(form, revised));
        }
        entries = last.entries() + changed(ListChange.Kind.ADDED) - changed(ListChange.Kind.REMOVED);
        closeParts();
        return added;
    }

    private void rewrite(ReleaseForm form, SortedMap<String, Optional<Row>> revised) {
        Part part = part(form);
        try (KeptRows kept = KeptRows.open(previous.apply(form), form)) {
            long done = kept.first();
            for (Map.Entry<String, Optional<Row>> entry : revised.entrySet()) {
                long at = kept.find(entry.getKey(), done);
                kept.copy(done, at, part.out());
                if (entry.getValue().isPresent()) {
                    Row row = entry.getValue().get();
                    part.line(form == ReleaseForm.CSV ? row.csv() : row.line());
                }
                done = kept.behind(at, entry.getKey());
            }
            kept.copy(done, kept.end(), part.out());
        } catch (IOException e) {
            throw new UncheckedIOException("the release cannot be written", e);
        }
    }

    private Part part(ReleaseForm form) {
        return Objects.requireNonNull(forms.get(form), "every form is written");
    }

    /** Those of the release before that come earlier in the order are not on the list any more. */
    private void removeUntil(@Nullable String key) throws IOException {
        while (beforeLine != null
                && (key == null || ReleaseRow.keyOf(list, beforeLine).compareTo(key) < 0)) {
            note(ReleaseRow.keyOf(list, beforeLine), beforeLine, null);
            next();
        }
    }

    private void next() throws IOException {
        beforeLine = Objects.requireNonNull(before, "there is a release before").readLine();
    }

    private void note(String key, @Nullable String was, @Nullable String is) throws IOException {
        RemovalCause cause = was != null && is == null ? causeOf.apply(ReleaseRow.imeiOf(was)) : null;
        changed.merge(ListChange.kind(was, is), 1L, Long::sum);
        changes.line(RowChange.kept(key, was, is, cause));
    }

    /** To be called behind the last entry. */
    void finish() {
        try {
            removeUntil(null);
        } catch (IOException e) {
            throw new UncheckedIOException("the release cannot be written", e);
        }
        closeParts();
    }

    private List<Part> parts() {
        List<Part> parts = new ArrayList<>(forms.values());
        parts.add(changes);
        parts.add(madeBy);
        return parts;
    }

    private void closeParts() {
        try {
            for (Part part : parts()) {
                part.out().close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the release cannot be written", e);
        }
    }

    long entries() {
        return entries;
    }

    long changed(ListChange.Kind kind) {
        return changed.getOrDefault(kind, 0L);
    }

    boolean isTheSame() {
        return changed.isEmpty();
    }

    /** After {@link #finish}. */
    FileHash hash(ReleaseForm form) {
        MessageDigest digest = part(form).digest();
        try {
            return FileHash.of((MessageDigest) digest.clone());
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("this Java's SHA-256 cannot be looked at", e);
        }
    }

    void keep() {
        move(Part::named);
    }

    /** Kept apart until it is signed. */
    void hold() {
        move(part -> ReleaseShelf.asHeld(part.named()));
    }

    private void move(Function<Part, Path> to) {
        try {
            for (Part part : parts()) {
                Files.move(part.unfinished(), to.apply(part), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the release cannot take its name", e);
        }
    }

    /** Leaves nothing of a release that was not kept. */
    @Override
    public void close() {
        try {
            for (Part part : parts()) {
                part.out().close();
                Files.deleteIfExists(part.unfinished());
            }
            if (before != null) {
                before.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("what is left of a release cannot be put away", e);
        }
    }
}
