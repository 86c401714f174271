package kz.legality.evidence.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kz.legality.evidence.bundle.BundleContent;
import kz.legality.evidence.bundle.EvidenceRequest;
import kz.legality.evidence.bundle.SourceReceipt;
import kz.legality.evidence.log.RecordedEvent;
import kz.legality.evidence.proof.Json;
import org.jspecify.annotations.Nullable;

/** The papers of a bundle: a report in each language, and the page that verifies it. */
public final class Reports {
    /** On paper, nobody reads more; the files hold them all. */
    static final int DEVICES_ON_PAPER_MAX = 200;

    private static final List<String> PAGE_WORDS = List.of("kind", "check", "outcome");
    private static final int SOURCES_ON_PAPER_MAX = 500;
    private static final float TITLE = 16;
    private static final float HEADING = 11;
    private static final float BODY = 9;
    private static final float INDENT = 14;
    /** A heading does not stand alone at the foot of a page. */
    private static final float HEADING_ROOM = 6 * BODY;

    private static final float CERTIFICATE_ROOM = 18 * BODY;

    private Reports() {}

    /**
     * By their names in the bundle.
     *
     * @param signedBy who will sign the papers, as they are to say; null where nobody will
     */
    public static Map<String, byte[]> of(BundleContent content, @Nullable String signedBy) {
        Map<String, byte[]> papers = new LinkedHashMap<>();
        try (InputStream page = BundleContent.class.getResourceAsStream("verify.html")) {
            if (page == null) {
                throw new IOException("the page that verifies is not in the program");
            }
            papers.put("verify.html", withWords(new String(page.readAllBytes(), StandardCharsets.UTF_8)));
            for (String language : Words.LANGUAGES) {
                papers.put("report_" + language + ".pdf", report(content, signedBy, new Words(language)));
            }
            return papers;
        } catch (IOException e) {
            throw new UncheckedIOException("the report cannot be written: " + e.getMessage(), e);
        }
    }

    /** The page calls kinds of events and checks by the words of the reports. */
    private static byte[] withWords(String page) {
        Map<String, Map<String, Map<String, String>>> all = new TreeMap<>();
        for (String language : Words.LANGUAGES) {
            Words words = new Words(language);
            Map<String, Map<String, String>> groups = new TreeMap<>();
            for (String group : PAGE_WORDS) {
                groups.put(group, words.group(group));
            }
            all.put(language, groups);
        }
        return page.replace("/*words*/{}/**/", Json.write(all)).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] report(BundleContent content, @Nullable String signedBy, Words words) throws IOException {
        try (Paper paper = new Paper(words.get("title"), words.language())) {
            EvidenceRequest request = content.request();
            head(paper, content, words);
            int written = 0;
            for (Map.Entry<String, List<RecordedEvent>> history :
                    content.histories().entrySet()) {
                if (written++ < DEVICES_ON_PAPER_MAX) {
                    device(paper, history.getKey(), history.getValue(), content, words);
                }
            }
            if (content.histories().size() > DEVICES_ON_PAPER_MAX) {
                paper.gap(BODY);
                paper.line(
                        words.get("more", Integer.toString(content.histories().size() - DEVICES_ON_PAPER_MAX)),
                        BODY,
                        0);
            }
            sources(paper, content, words);
            section(paper, words.get("checking"), words.get("howChecked"));
            paper.line(signedBy == null ? words.get("unsigned") : words.get("signedBy", signedBy), BODY, 0);
            section(paper, words.get("limits"), words.get("limitsText"));
            paper.keepTogether(CERTIFICATE_ROOM);
            section(paper, words.get("certificate"), words.get("certificateText"));
            paper.gap(3 * BODY);
            paper.line("_".repeat(60), BODY, 0);
            paper.line(words.get("signature"), BODY, 0);
            return paper.toBytes(words.get("bundle") + " " + request.id() + ", " + words.get("page"));
        }
    }

    private static void head(Paper paper, BundleContent content, Words words) throws IOException {
        EvidenceRequest request = content.request();
        paper.line(words.get("title"), TITLE, 0);
        paper.gap(BODY);
        told(paper, words.get("case"), request.caseNumber());
        told(paper, words.get("basis"), request.legalBasis());
        if (request.orderHash() != null) {
            told(paper, words.get("orderHash"), request.orderHash());
        }
        told(paper, words.get("asOf"), words.moment(request.asOf()));
        told(paper, words.get("by"), request.issuedBy());
        told(paper, words.get("at"), words.moment(request.requestedAt()));
        told(paper, words.get("bundle"), request.id());
        told(paper, words.get("checkpoint"), Long.toString(content.logSize()));
        told(paper, words.get("complete"), Long.toString(content.mapSize()));
        told(paper, words.get("key"), content.verifierKey());
        paper.line(words.get("zone", Words.offset(request.asOf())), BODY, 0);
    }

    private static void told(Paper paper, String label, String value) throws IOException {
        paper.line(label + ": " + value, BODY, 0);
    }

    private static void device(
            Paper paper, String imei, List<RecordedEvent> history, BundleContent content, Words words)
            throws IOException {
        heading(paper, "IMEI " + imei);
        paper.line(
                history.isEmpty() ? words.get("nothing") : words.get("all", Integer.toString(history.size())), BODY, 0);
        for (RecordedEvent event : history) {
            EventText text = new EventText(event, content, words);
            paper.gap(BODY / 2);
            paper.keepTogether(HEADING_ROOM);
            paper.line(text.heading(), BODY + 1, 0);
            for (String paragraph : text.paragraphs()) {
                paper.line(paragraph, BODY, INDENT);
            }
        }
    }

    private static void sources(Paper paper, BundleContent content, Words words) throws IOException {
        if (content.sources().isEmpty()) {
            return;
        }
        heading(paper, words.get("sources"));
        List<SourceReceipt> told =
                content.sources().values().stream().limit(SOURCES_ON_PAPER_MAX).toList();
        for (SourceReceipt receipt : told) {
            RecordedEvent received = receipt.received();
            paper.keepTogether(HEADING_ROOM);
            paper.line(receipt.name().isEmpty() ? "?" : receipt.name(), BODY, 0);
            paper.line("SHA-256 " + receipt.sha256(), BODY, INDENT);
            paper.line(
                    received == null
                            ? words.get("noReceipt")
                            : words.get(
                                    "received",
                                    receipt.sender(),
                                    words.moment(received.recordedAt()),
                                    receipt.bytes(),
                                    receipt.rows()),
                    BODY,
                    INDENT);
        }
    }

    private static void section(Paper paper, String heading, String body) throws IOException {
        heading(paper, heading);
        paper.line(body, BODY, 0);
    }

    private static void heading(Paper paper, String heading) throws IOException {
        paper.gap(HEADING);
        paper.keepTogether(HEADING_ROOM);
        paper.line(heading, HEADING, 0);
    }
}
