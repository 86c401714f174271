package kz.legality.door.release;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.legality.door.answer.AnswerJson;
import kz.legality.identifier.FileHash;
import kz.legality.query.list.ListEntry;
import kz.legality.query.list.SubscriberEntry;
import kz.legality.release.ListChange;
import kz.legality.release.ListName;
import kz.legality.release.RemovalCause;
import org.jspecify.annotations.Nullable;

/**
 * One release while it is written, entry by entry in the order of its keys, beside the release before it, from which it
 * tells what changed. Its files are unfinished and have other names until {@link #keep}: a crash leaves nothing that
 * looks like a release.
 */
final class ReleaseWriting implements AutoCloseable {
    private static final int BUFFER_CHARS = 1 << 16;

    private record Part(Path unfinished, Path named, Writer writer, MessageDigest digest) {
        static Part begin(Path named) throws IOException {
            Path unfinished = named.resolveSibling(named.getFileName() + ".part");
            MessageDigest digest = sha256();
            return new Part(
                    unfinished,
                    named,
                    new BufferedWriter(
                            new OutputStreamWriter(
                                    new DigestOutputStream(Files.newOutputStream(unfinished), digest),
                                    StandardCharsets.UTF_8),
                            BUFFER_CHARS),
                    digest);
        }
    }

    private final Map<ReleaseForm, Part> forms = new EnumMap<>(ReleaseForm.class);
    private final Map<ListChange.Kind, Long> changed = new EnumMap<>(ListChange.Kind.class);
    private final Part changes;
    private final @Nullable BufferedReader before;
    private @Nullable String beforeLine;
    private final ListName list;
    private final Function<String, @Nullable RemovalCause> causeOf;
    private long entries;

    private ReleaseWriting(
            ReleaseShelf shelf, ListName list, long number, Function<String, @Nullable RemovalCause> causeOf)
            throws IOException {
        this.list = list;
        this.causeOf = causeOf;
        Files.createDirectories(shelf.folder(list));
        for (ReleaseForm form : ReleaseForm.values()) {
            Part part = Part.begin(shelf.whole(list, number, form));
            if (form == ReleaseForm.CSV) {
                part.writer().write(String.join(",", ReleaseRow.columns(list)) + "\n");
            }
            forms.put(form, part);
        }
        this.changes = Part.begin(shelf.changes(list, number));
        this.before =
                number == 1 ? null : Files.newBufferedReader(shelf.whole(list, number - 1, ReleaseForm.JSON_LINES));
        this.beforeLine = before == null ? null : before.readLine();
    }

    /** @param causeOf why a row of this IMEI's is no longer on the list; null where the list does not tell */
    static ReleaseWriting begin(
            ReleaseShelf shelf, ListName list, long number, Function<String, @Nullable RemovalCause> causeOf) {
        try {
            return new ReleaseWriting(shelf, list, number, causeOf);
        } catch (IOException e) {
            throw new UncheckedIOException("the release cannot be written into " + shelf.folder(list), e);
        }
    }

    /** An entry as it is written in each form. */
    record Row(String line, String csv) {}

    static Row row(ListEntry entry) {
        String reasons = entry.reasons().stream().map(Enum::name).collect(Collectors.joining("|"));
        Instant deadline = entry.deadline();
        return new Row(
                AnswerJson.line(entry),
                String.join(
                        ",",
                        entry.imei(),
                        entry.status().name(),
                        entry.since().toString(),
                        deadline == null ? "" : deadline.toString(),
                        reasons));
    }

    void add(SubscriberEntry entry) {
        add(new Row(AnswerJson.line(entry), ReleaseRow.csv(ReleaseRow.columns(list), AnswerJson.tree(entry))));
    }

    /** Returns whether the release before did not have it. */
    boolean add(Row row) {
        String line = row.line();
        try {
            write(ReleaseForm.JSON_LINES, line);
            write(ReleaseForm.CSV, row.csv());
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

    private void write(ReleaseForm form, String line) throws IOException {
        Writer writer =
                Objects.requireNonNull(forms.get(form), "every form is written").writer();
        writer.write(line);
        writer.write('\n');
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
        changes.writer().write(RowChange.kept(key, was, is, cause));
        changes.writer().write('\n');
    }

    /** To be called behind the last entry. */
    void finish() {
        try {
            removeUntil(null);
            for (Part part : forms.values()) {
                part.writer().close();
            }
            changes.writer().close();
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
        MessageDigest digest =
                Objects.requireNonNull(forms.get(form), "every form is written").digest();
        try {
            return new FileHash(HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest()));
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
            for (Part part : forms.values()) {
                Files.move(part.unfinished(), to.apply(part), StandardCopyOption.REPLACE_EXISTING);
            }
            Files.move(changes.unfinished(), to.apply(changes), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("the release cannot take its name", e);
        }
    }

    /** Leaves nothing of a release that was not kept. */
    @Override
    public void close() {
        try {
            for (Part part : forms.values()) {
                part.writer().close();
                Files.deleteIfExists(part.unfinished());
            }
            changes.writer().close();
            Files.deleteIfExists(changes.unfinished());
            if (before != null) {
                before.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("what is left of a release cannot be put away", e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
