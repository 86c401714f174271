package kz.legality.door.audit;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import kz.legality.door.answer.AlmatyTime;
import kz.legality.door.problem.RequestProblem;
import kz.legality.identifier.Imei;
import kz.legality.identifier.Malformed;
import kz.legality.launch.OpenLedger;
import kz.legality.query.device.DeviceState;
import kz.legality.query.device.Moment;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** A file of IMEIs goes in, a file that says of each where it stands comes out; a row that cannot be read says why. */
@Controller
class BulkCheckPage {
    static final int ROWS_MAX = 100_000;

    private static final int LINE_CHARS_MAX = 1_000;
    private static final List<String> HEADER =
            List.of("row", "imei", "status", "brand", "model", "deadline", "reasons", "error");

    private final OpenLedger ledger;

    BulkCheckPage(OpenLedger ledger) {
        this.ledger = ledger;
    }

    @GetMapping("/audit/check")
    String form() {
        return "audit/check";
    }

    /** The first cell of each line is taken as an IMEI; a heading is passed over. */
    @PostMapping("/audit/check")
    void check(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String imeis,
            @RequestParam(defaultValue = "csv") String format,
            HttpServletResponse response)
            throws IOException {
        List<String> asked = file == null || file.isEmpty()
                ? firstCells(new StringReader(imeis))
                : firstCells(new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8));
        if (asked.isEmpty()) {
            throw RequestProblem.badParameter("file", "there is no IMEI in it: one on each line is wanted");
        }
        TableFile table = TableFile.open(format, "imei-check", HEADER, response);
        try (table) {
            for (int i = 0; i < asked.size(); i++) {
                table.row(answer(i + 1, asked.get(i)));
            }
        }
    }

    private List<String> answer(int row, String typed) {
        try {
            Imei imei = Imei.declared(typed.replaceAll("[\\s\\-/]", ""));
            DeviceState state = ledger.queries().devices().state(imei, Moment.NOW);
            return List.of(
                    Integer.toString(row),
                    imei.printed(),
                    state.status().name(),
                    orEmpty(state.brand()),
                    orEmpty(state.model()),
                    AlmatyTime.minute(state.deadline()),
                    String.join(
                            "|",
                            state.reasons().stream().map(it -> it.code().name()).toList()),
                    "");
        } catch (Malformed malformed) {
            return List.of(Integer.toString(row), typed, "", "", "", "", "", String.valueOf(malformed.getMessage()));
        }
    }

    private static List<String> firstCells(Reader text) {
        List<String> cells = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(text)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String cell = line.split("[,;\t|]", 2)[0]
                        .replace("\"", "")
                        .replace("\uFEFF", "")
                        .strip();
                boolean heading = cells.isEmpty() && cell.chars().noneMatch(Character::isDigit);
                if (cell.isEmpty() || heading) {
                    continue;
                }
                if (cells.size() == ROWS_MAX || line.length() > LINE_CHARS_MAX) {
                    throw RequestProblem.badParameter(
                            "file",
                            "at most " + ROWS_MAX + " IMEIs at once, in lines of at most " + LINE_CHARS_MAX
                                    + " characters");
                }
                cells.add(cell);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the file cannot be read", e);
        }
        return cells;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
