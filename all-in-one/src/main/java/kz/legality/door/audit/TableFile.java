package kz.legality.door.audit;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import kz.legality.door.problem.RequestProblem;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.http.HttpHeaders;

/**
 * A table as a file that a spreadsheet opens. What is counted or is money is a number that adds up; everything else is
 * text, so that no IMEI becomes a number and no cell a formula.
 */
sealed interface TableFile extends AutoCloseable {
    /** Writes one row of texts and numbers. */
    void row(List<?> cells) throws IOException;

    @Override
    void close() throws IOException;

    /** Opens the answer as a table. The format is {@code csv} or {@code xlsx}. */
    static TableFile open(String format, String name, List<String> header, HttpServletResponse response)
            throws IOException {
        TableFile table = switch (format) {
            case "csv" -> {
                describe(response, "text/csv;charset=utf-8;header=present", name + ".csv");
                yield new Csv(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
            }
            case "xlsx" -> {
                describe(response, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", name + ".xlsx");
                yield new Xlsx(new Workbook(response.getOutputStream(), "Legality Ledger", "1.0"), name);
            }
            default -> throw RequestProblem.badParameter("format", "the formats are csv and xlsx");
        };
        table.row(header);
        return table;
    }

    /** Tiyn as tenge, to the last of them. */
    static BigDecimal money(long tiyn) {
        return BigDecimal.valueOf(tiyn, 2);
    }

    private static void describe(HttpServletResponse response, String type, String name) {
        response.setContentType(type);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    /** RFC 4180. A cell that a spreadsheet would take for a formula gets an apostrophe in front. */
    final class Csv implements TableFile {
        private static final String FORMULA_BEGINS = "=+-@\t\r";

        private final Writer out;

        Csv(Writer out) {
            this.out = out;
        }

        @Override
        public void row(List<?> cells) throws IOException {
            StringBuilder line = new StringBuilder();
            for (Object cell : cells) {
                line.append(line.isEmpty() ? "" : ",")
                        .append(cell instanceof Number number ? written(number) : quoted(cell.toString()));
            }
            out.append(line).append("\r\n");
        }

        private static String written(Number number) {
            return number instanceof BigDecimal money ? money.toPlainString() : number.toString();
        }

        private static String quoted(String cell) {
            String safe = !cell.isEmpty() && FORMULA_BEGINS.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
            boolean plain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
            return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }

    /** Office Open XML, one sheet. */
    final class Xlsx implements TableFile {
        private final Workbook book;
        private final Worksheet sheet;
        private int next;

        Xlsx(Workbook book, String name) {
            this.book = book;
            this.sheet = book.newWorksheet(name);
        }

        @Override
        public void row(List<?> cells) {
            for (int column = 0; column < cells.size(); column++) {
                if (cells.get(column) instanceof Number number) {
                    sheet.value(next, column, number);
                } else {
                    sheet.value(next, column, cells.get(column).toString());
                }
            }
            if (next == 0) {
                sheet.range(0, 0, 0, cells.size() - 1).style().bold().set();
                sheet.freezePane(0, 1);
            }
            next++;
        }

        @Override
        public void close() throws IOException {
            book.close();
        }
    }
}
