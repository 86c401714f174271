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
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import kz.legality.door.answer.AnswerJson;
import kz.legality.identifier.FileHash;
import kz.legality.query.list.ListEntry;
import kz.legality.release.ListChange;
import kz.legality.release.ListName;
import org.jspecify.annotations.Nullable;

/**
 * One release while it is written, entry by entry in the order of IMEIs, beside the release before it, from which it
 * tells what changed. Its files are unfinished and have other names until {@link #keep}: a crash leaves nothing that
 * looks like a release.
 */
final class ReleaseWriting implements AutoCloseable {
    private static final int BUFFER_CHARS = 1 << 16;
    /** Behind the name of the first field, which every line begins with. */
    private static final int IMEI_FROM = 9;

    private static final int IMEI_TO = IMEI_FROM + 15;

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
    private long entries;

    private ReleaseWriting(ReleaseShelf shelf, ListName list, long number) throws IOException {
        Files.createDirectories(shelf.folder(list));
        for (ReleaseForm form : ReleaseForm.values()) {
            Part part = Part.begin(shelf.whole(list, number, form));
            part.writer().write(form.header());
            forms.put(form, part);
        }
        this.changes = Part.begin(shelf.changes(list, number));
        this.before =
                number == 1 ? null : Files.newBufferedReader(shelf.whole(list, number - 1, ReleaseForm.JSON_LINES));
        this.beforeLine = before == null ? null : before.readLine();
    }

    static ReleaseWriting begin(ReleaseShelf shelf, ListName list, long number) {
        try {
            return new ReleaseWriting(shelf, list, number);
        } catch (IOException e) {
            throw new UncheckedIOException("the release cannot be written into " + shelf.folder(list), e);
        }
    }

    void add(ListEntry entry) {
        try {
            String line = ReleaseForm.JSON_LINES.line(entry);
            for (Map.Entry<ReleaseForm, Part> form : forms.entrySet()) {
                String written = form.getKey() == ReleaseForm.JSON_LINES
                        ? line
                        : form.getKey().line(entry);
                form.getValue().writer().write(written);
                form.getValue().writer().write('\n');
            }
            entries++;
            String imei = imeiOf(line);
            removeUntil(imei);
            String same = beforeLine != null && imeiOf(beforeLine).equals(imei) ? beforeLine : null;
            if (same != null) {
                next();
            }
            if (!line.equals(same)) {
                note(imei, same, line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the release cannot be written", e);
        }
    }

    /** Those of the release before that come earlier in the order are not on the list any more. */
    private void removeUntil(@Nullable String imei) throws IOException {
        while (beforeLine != null && (imei == null || imeiOf(beforeLine).compareTo(imei) < 0)) {
            note(imeiOf(beforeLine), beforeLine, null);
            next();
        }
    }

    private void next() throws IOException {
        beforeLine = Objects.requireNonNull(before, "there is a release before").readLine();
    }

    private void note(String imei, @Nullable String was, @Nullable String is) throws IOException {
        RowChange row = new RowChange(
                imei,
                new ListChange<>(was == null ? null : AnswerJson.parse(was), is == null ? null : AnswerJson.parse(is)));
        changed.merge(row.change().kind(), 1L, Long::sum);
        changes.writer().write(AnswerJson.line(row.kept()));
        changes.writer().write('\n');
    }

    private static String imeiOf(String line) {
        return line.substring(IMEI_FROM, IMEI_TO);
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
        try {
            for (Part part : forms.values()) {
                Files.move(part.unfinished(), part.named(), StandardCopyOption.REPLACE_EXISTING);
            }
            Files.move(changes.unfinished(), changes.named(), StandardCopyOption.REPLACE_EXISTING);
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
