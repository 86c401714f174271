package kz.legality.evidence.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;

/** A4 pages filled from the top with wrapped lines, in a font that has the Kazakh letters and travels in the file. */
final class Paper implements AutoCloseable {
    private static final float MARGIN_POINTS = 56;
    private static final float LINE_HEIGHT = 1.4f;
    private static final float FOOT_SIZE = 8;

    private final PDDocument document = new PDDocument();
    private final PDFont font;
    private final float width = PDRectangle.A4.getWidth() - 2 * MARGIN_POINTS;
    private @Nullable PDPageContentStream content;
    private float y;

    Paper(String title, String language) throws IOException {
        try (InputStream ttf = Paper.class.getResourceAsStream("DejaVuSans.ttf")) {
            if (ttf == null) {
                throw new IOException("the font of the report is not in the program");
            }
            // Without ligatures: a hash that is copied from the paper must come out letter by letter.
            TrueTypeFont letters = new TTFParser().parse(new RandomAccessReadBuffer(ttf));
            letters.setEnableGsub(false);
            font = PDType0Font.load(document, letters, true);
        }
        document.getDocumentInformation().setTitle(title);
        document.getDocumentCatalog().setLanguage(language);
    }

    void line(String text, float size, float indent) throws IOException {
        for (String wrapped : wrap(text, size, width - indent)) {
            y -= size * LINE_HEIGHT;
            if (content == null || y < MARGIN_POINTS) {
                turnPage();
                y -= size * LINE_HEIGHT;
            }
            PDPageContentStream page = Objects.requireNonNull(content);
            page.beginText();
            page.setFont(font, size);
            page.newLineAtOffset(MARGIN_POINTS + indent, y);
            page.showText(wrapped);
            page.endText();
        }
    }

    void gap(float points) {
        y -= points;
    }

    /** Turns the page where less room than this is left on it, so that what belongs together is not torn. */
    void keepTogether(float points) throws IOException {
        if (content != null && y - points < MARGIN_POINTS) {
            turnPage();
        }
    }

    byte[] toBytes(String foot) throws IOException {
        closePage();
        int pages = document.getNumberOfPages();
        for (int i = 0; i < pages; i++) {
            try (PDPageContentStream page = new PDPageContentStream(
                    document, document.getPage(i), PDPageContentStream.AppendMode.APPEND, true)) {
                page.beginText();
                page.setFont(font, FOOT_SIZE);
                page.newLineAtOffset(MARGIN_POINTS, MARGIN_POINTS / 2);
                page.showText(foot + " " + (i + 1) + " / " + pages);
                page.endText();
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }

    @Override
    public void close() throws IOException {
        document.close();
    }

    private void turnPage() throws IOException {
        closePage();
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        content = new PDPageContentStream(document, page);
        y = PDRectangle.A4.getHeight() - MARGIN_POINTS;
    }

    private void closePage() throws IOException {
        if (content != null) {
            content.close();
            content = null;
        }
    }

    /** A word longer than the line, such as a hash, is broken where the line ends. */
    private List<String> wrap(String text, float size, float room) throws IOException {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : shown(text).split(" ")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (widthOf(longer, size) <= room) {
                line = new StringBuilder(longer);
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line.toString());
            }
            String rest = word;
            while (widthOf(rest, size) > room) {
                int fits = rest.length() - 1;
                while (fits > 1 && widthOf(rest.substring(0, fits), size) > room) {
                    fits--;
                }
                lines.add(rest.substring(0, fits));
                rest = rest.substring(fits);
            }
            line = new StringBuilder(rest);
        }
        lines.add(line.toString());
        return lines;
    }

    private float widthOf(String text, float size) throws IOException {
        return font.getStringWidth(text) / 1000 * size;
    }

    /** What the font has no letter for is shown as a question mark, not refused. */
    private String shown(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(c -> shown.appendCodePoint(c >= ' ' && hasLetter(c) ? c : '?'));
        return shown.toString();
    }

    private boolean hasLetter(int codePoint) {
        try {
            font.encode(new String(Character.toChars(codePoint)));
            return true;
        } catch (IllegalArgumentException | IOException absent) {
            return false;
        }
    }
}
