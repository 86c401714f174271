package kz.legality.evidence.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kz.legality.evidence.bundle.BundleContent;
import kz.legality.evidence.bundle.EvidenceRequest;
import kz.legality.evidence.bundle.LedgerAsked.OpenedField;
import kz.legality.evidence.log.RecordedEvent;
import kz.legality.evidence.proof.Json;
import org.jspecify.annotations.Nullable;

/** The papers of a bundle: a report in each language, and the page that verifies it. */
public final class Reports {
    /** On paper, nobody reads more; the files hold them all. */
    static final int DEVICES_ON_PAPER_MAX = 200;

    private static final float TITLE = 16;
    private static final float HEADING = 11;
    private static final float BODY = 9;
    private static final float INDENT = 14;

    private Reports() {}

    /** By their names in the bundle. */
    public static Map<String, byte[]> of(BundleContent content) {
        Map<String, byte[]> papers = new LinkedHashMap<>();
        try (InputStream page = BundleContent.class.getResourceAsStream("verify.html")) {
            if (page == null) {
                throw new IOException("the page that verifies is not in the program");
            }
            papers.put("verify.html", page.readAllBytes());
            for (ReportText text : ReportText.values()) {
                papers.put("report_" + text.language + ".pdf", report(content, text));
            }
            return papers;
        } catch (IOException e) {
            throw new UncheckedIOException("the report cannot be written: " + e.getMessage(), e);
        }
    }

    private static byte[] report(BundleContent content, ReportText text) throws IOException {
        try (Paper paper = new Paper(text.title, text.language)) {
            EvidenceRequest request = content.request();
            paper.line(text.title, TITLE, 0);
            paper.gap(BODY);
            paper.line(text.caseNumber + ": " + request.caseNumber(), BODY, 0);
            paper.line(text.legalBasis + ": " + request.legalBasis(), BODY, 0);
            if (request.orderHash() != null) {
                paper.line(text.orderHash + ": " + request.orderHash(), BODY, 0);
            }
            paper.line(text.asOf + ": " + request.asOf(), BODY, 0);
            paper.line(text.by + ": " + request.issuedBy() + "; " + text.at + ": " + request.requestedAt(), BODY, 0);
            paper.line(text.bundle + ": " + request.id(), BODY, 0);
            paper.line(text.checkpoint + ": " + content.logSize(), BODY, 0);
            paper.line(text.complete + ": " + content.mapSize(), BODY, 0);
            paper.line(text.key + ": " + content.verifierKey(), BODY, 0);
            int written = 0;
            for (Map.Entry<String, List<RecordedEvent>> history :
                    content.histories().entrySet()) {
                if (written++ < DEVICES_ON_PAPER_MAX) {
                    device(paper, history.getKey(), history.getValue(), content, text);
                }
            }
            if (content.histories().size() > DEVICES_ON_PAPER_MAX) {
                paper.gap(BODY);
                paper.line(content.histories().size() - DEVICES_ON_PAPER_MAX + " " + text.more, BODY, 0);
            }
            section(paper, text.checking, text.howChecked);
            section(paper, text.limits, text.limitsText);
            section(paper, text.certificate, text.certificateText);
            paper.gap(3 * BODY);
            paper.line("_".repeat(60), BODY, 0);
            paper.line(text.signature, BODY, 0);
            return paper.toBytes(text.bundle + " " + request.id() + ", " + text.page);
        }
    }

    private static void device(
            Paper paper, String imei, List<RecordedEvent> history, BundleContent content, ReportText text)
            throws IOException {
        paper.gap(HEADING);
        paper.line("IMEI " + imei, HEADING, 0);
        paper.line(history.isEmpty() ? text.nothing : history.size() + " " + text.all, BODY, 0);
        for (RecordedEvent event : history) {
            Map<?, ?> data = (Map<?, ?>) Json.parse(event.payload());
            Object occurredAt = data == null ? null : data.get("occurredAt");
            boolean after = event.recordedAt().isAfter(content.request().asOf());
            paper.gap(BODY / 2);
            paper.line(
                    "#" + event.position() + "  " + text.kind(event.type()) + (after ? "  (" + text.after + ")" : ""),
                    BODY + 1,
                    0);
            paper.line(
                    text.occurred + " " + occurredAt + ", " + text.recorded + " " + event.recordedAt(), BODY, INDENT);
            Map<String, String> opened = content.opened().getOrDefault(event.position(), List.of()).stream()
                    .collect(Collectors.toMap(OpenedField::field, OpenedField::value));
            Map<String, String> fields = new LinkedHashMap<>();
            flatten("", data, opened, text, fields);
            fields.remove("imei");
            fields.remove("occurredAt");
            paper.line(
                    fields.entrySet().stream()
                            .map(field -> field.getKey() + ": " + field.getValue())
                            .collect(Collectors.joining("; ")),
                    BODY,
                    INDENT);
        }
    }

    private static void flatten(
            String path,
            @Nullable Object value,
            Map<String, String> opened,
            ReportText text,
            Map<String, String> fields) {
        if (value instanceof Map<?, ?> members && members.containsKey("commitment")) {
            fields.put(path, opened.getOrDefault(path, text.withheld));
        } else if (value instanceof Map<?, ?> members) {
            members.forEach((name, member) ->
                    flatten(path.isEmpty() ? "" + name : path + "." + name, member, opened, text, fields));
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                flatten(path + "[" + i + "]", list.get(i), opened, text, fields);
            }
        } else {
            fields.put(path, String.valueOf(value));
        }
    }

    private static void section(Paper paper, String heading, String body) throws IOException {
        paper.gap(HEADING);
        paper.line(heading, HEADING, 0);
        paper.line(body, BODY, 0);
    }
}
