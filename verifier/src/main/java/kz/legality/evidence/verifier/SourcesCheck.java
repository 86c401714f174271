package kz.legality.evidence.verifier;

import static kz.legality.evidence.verifier.Report.Outcome.PASS;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.legality.evidence.proof.BundleNames;

/**
 * Checks the receipts of the files that events came from: each is told by events of the log that were proven with the others,
 * and says what they say.
 */
final class SourcesCheck {
    private static final Pattern FILE_ROW = Pattern.compile("file:([0-9a-f]{64})#(\\d+)");

    private final Map<String, byte[]> files;
    private final Map<Long, ProvenEvent> proven;
    private final Report report;

    SourcesCheck(Map<String, byte[]> files, Map<Long, ProvenEvent> proven, Report report) {
        this.files = files;
        this.proven = proven;
        this.report = report;
    }

    /** @throws IllegalArgumentException saying what does not hold */
    void run(List<ProvenEvent> events) {
        byte[] written = BundleCheck.required(files, BundleNames.SOURCES);
        Map<String, Fields> sources = new HashMap<>();
        for (Fields source : Fields.parse(written).objects("sources")) {
            checkReceipt(source);
            sources.put(source.text("file"), source);
        }
        for (ProvenEvent event : events) {
            checkNamed(event, sources);
        }
        long without =
                sources.values().stream().filter(it -> !it.has("received")).count();
        report.note(
                Check.SOURCES,
                PASS,
                sources.size() + " files" + (without == 0 ? "" : "; the log has no receipt of " + without));
    }

    private void checkReceipt(Fields source) {
        if (source.has("received")) {
            Fields said = said(source, "received", "FileReceived");
            boolean same = said.text("kind").equals(source.text("kind"))
                    && said.text("name").equals(source.text("name"))
                    && said.text("sender").equals(source.text("sender"))
                    && said.number("bytes") == source.number("bytes");
            requireSame(same, source);
        }
        if (source.has("archived")) {
            said(source, "archived", "ObservationsArchived");
        }
        if (source.has("completed")) {
            requireSame(said(source, "completed", "FileCompleted").number("rows") == source.number("rows"), source);
        }
    }

    private Fields said(Fields source, String position, String type) {
        ProvenEvent event = proven.get(source.number(position));
        if (event == null
                || !event.entry().type().equals(type)
                || !event.event().text("stream").equals("file:" + source.text("file"))) {
            throw new IllegalArgumentException(
                    "no event of the log says what the receipt of " + source.text("file") + " says");
        }
        requireSame(
                event.event().text("recordedAt").equals(source.members().get(position + "At"))
                        || position.equals("archived"),
                source);
        return event.event().object("data");
    }

    private static void requireSame(boolean same, Fields source) {
        if (!same) {
            throw new IllegalArgumentException(
                    "the receipt of " + source.text("file") + " says something else than the log");
        }
    }

    private static void checkNamed(ProvenEvent event, Map<String, Fields> sources) {
        Matcher row = FILE_ROW.matcher(
                String.valueOf(event.event().object("data").members().get("source")));
        if (!row.matches()) {
            return;
        }
        Fields source = sources.get(row.group(1));
        if (source == null) {
            throw new IllegalArgumentException(
                    "the event at " + event.position() + " came from a file whose receipt is not here");
        }
        if (source.has("rows") && Long.parseLong(row.group(2)) > source.number("rows")) {
            throw new IllegalArgumentException(
                    "the event at " + event.position() + " came from a row that its file does not have");
        }
    }
}
