package kz.legality.command.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import kz.legality.identifier.Imei;
import kz.legality.sourcefile.FileKind;

/** A good file of each kind, and the numbers in it, all with true check digits. */
final class Samples {
    static final String BIN = "941240000193";
    static final String OTHER_BIN = "020240000555";
    static final String IIN = iin("90010130012");
    static final String MSISDN = "77051234567";
    static final String IMSI = "401010001234567";
    static final String DOCUMENT = "N12345678";
    static final String SEPARATOR = ",";

    private Samples() {}

    static String header(FileKind kind) {
        return switch (kind) {
            case CUSTOMS_IMPORTS ->
                "declaration,item,procedure,registered_at,released_at,importer_bin,imei,device,brand,model,unit_value_tiyn,unit_vat_tiyn";
            case CUSTOMS_EXPORTS ->
                "declaration,item,procedure,registered_at,exited_at,exporter_bin,destination,imei,unit_value_tiyn";
            case REFUND_CLAIMS -> "claim,period,claimant_bin,filed_at,declaration,item,vat_tiyn,replaces";
            case PERSONAL_DECLARATIONS ->
                "declaration,person_iin,document,crossed_at,imei,device,brand,model,unit_value_tiyn,tracking,duty_paid_tiyn";
            case REGISTRATIONS -> "registered_at,imei,owner,msisdn,imsi,operator";
            case BLOCKS -> "ordered_at,imei,authority,reason,reference";
            case OPERATOR -> "date,imei,imsi,msisdn";
            case GSMA_TAC -> "tac,manufacturer,model_name,bands,allocation_date,device_type";
            case REGISTRATION_LIST ->
                "approved_imei,make,model,status,model_number,brand_name,device_type,radio_interface,device_id";
            case STOLEN_LIST -> "imei,reporting_date,status";
            case PAIRING_LIST -> "imei,imsi,msisdn";
            case GOLDEN_LIST -> "golden_imei";
            case BARRED_LIST, MONITORING_LIST -> "imei";
            case BARRED_TAC_LIST -> "tac";
            case SUBSCRIBERS_LIST -> "uid,imsi";
            case ASSOCIATION_LIST -> "uid,imei";
        };
    }

    /** A row of this kind about the n-th device. */
    static String row(FileKind kind, int n) {
        return switch (kind) {
            case CUSTOMS_IMPORTS ->
                "50402/100125/0000001,1,40,2025-01-10T09:00:00+05:00,2025-01-12T10:00:00+05:00," + BIN + "," + imei(n)
                        + ",,Pixel,Nine,15000000,1800000";
            case CUSTOMS_EXPORTS ->
                "50402/100325/0000002,1,10,2025-03-10T09:00:00+05:00,2025-03-12T10:00:00+05:00," + OTHER_BIN + ",AE,"
                        + imei(n) + ",20000000";
            case REFUND_CLAIMS ->
                "300-" + n + ",2025-Q1," + OTHER_BIN + ",2025-04-20T09:00:00+05:00,50402/100325/0000002,1,500000000,";
            case PERSONAL_DECLARATIONS ->
                "50402/010425/0000003," + IIN + "," + DOCUMENT + ",2025-04-01T08:00:00+05:00," + imei(n)
                        + ",,Pixel,Nine,15000000,LP001,";
            case REGISTRATIONS ->
                "2025-05-01T12:00:00+05:00," + imei(n) + "," + IIN + "," + MSISDN + "," + IMSI + ",Kcell";
            case BLOCKS -> "2025-06-01T12:00:00+05:00," + imei(n) + ",Police,stolen,KUI-" + n;
            case OPERATOR -> "20250601," + imei(n) + "," + IMSI + "," + MSISDN;
            case REGISTRATION_LIST -> imei(n) + ",Google,Pixel,whitelist,G9,Pixel,Smartphone,LTE," + n;
            case STOLEN_LIST -> imei(n) + ",20250601,blacklist";
            case PAIRING_LIST -> imei(n) + "," + IMSI + "," + MSISDN;
            case GOLDEN_LIST, BARRED_LIST, MONITORING_LIST -> imei(n);
            case BARRED_TAC_LIST -> String.format("35%06d", n);
            case SUBSCRIBERS_LIST -> IIN + "," + IMSI;
            case ASSOCIATION_LIST -> IIN + "," + imei(n);
            case GSMA_TAC -> String.format("35%06d,Google,Pixel Nine,LTE,05-Mar-2019,Smartphone", n);
        };
    }

    /** The same row with another cell in this column. */
    static String row(FileKind kind, int n, String column, String cell) {
        List<String> cells = new ArrayList<>(List.of(row(kind, n).split(SEPARATOR, -1)));
        cells.set(Arrays.asList(header(kind).split(SEPARATOR)).indexOf(column), CsvRow.quoted(cell));
        return String.join(SEPARATOR, cells);
    }

    static String file(FileKind kind, String... rows) {
        return header(kind) + "\n" + String.join("\n", rows) + (rows.length == 0 ? "" : "\n");
    }

    /** Rows from the first device to the last, both counted. */
    static String rows(FileKind kind, int first, int last) {
        StringBuilder rows = new StringBuilder(header(kind)).append('\n');
        for (int n = first; n <= last; n++) {
            rows.append(row(kind, n)).append('\n');
        }
        return rows.toString();
    }

    /** The 15 digits of the n-th device. */
    static String imei(int n) {
        return new Imei(String.format("353287%08d", n)).printed();
    }

    private static String iin(String elevenDigits) {
        int sum = 0;
        for (int i = 0; i < elevenDigits.length(); i++) {
            sum += (elevenDigits.charAt(i) - '0') * (i + 1);
        }
        if (sum % 11 == 10) {
            throw new IllegalArgumentException("choose another serial");
        }
        return elevenDigits + sum % 11;
    }
}
