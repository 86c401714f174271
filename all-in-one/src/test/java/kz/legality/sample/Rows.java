package kz.legality.sample;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import kz.legality.identifier.Imei;

/** Good rows of each kind and the numbers in them, all invented and with true check digits. */
public final class Rows {
    public static final String IMPORTS =
            "declaration,item,procedure,registered_at,released_at,importer_bin,imei,device,brand,model,unit_value_tiyn,unit_vat_tiyn\n";
    public static final String EXPORTS =
            "declaration,item,procedure,registered_at,exited_at,exporter_bin,destination,imei,unit_value_tiyn\n";
    public static final String DECLARATIONS =
            "declaration,person_iin,document,crossed_at,imei,device,brand,model,unit_value_tiyn,tracking\n";
    public static final String REGISTRATIONS = "registered_at,imei,owner,msisdn,imsi,operator\n";
    public static final String BLOCKS = "ordered_at,imei,authority,reason,reference\n";
    public static final String TACS =
            "TAC|Manufacturer|Model_Name|Bands|Allocation_Date|Device_Type|Brand_Name|Marketing_Name\n";

    public static final String BIN = "941240000193";
    public static final String OTHER_BIN = "020240000555";
    public static final String DOCUMENT = "N70707070";
    public static final String TAC = "35328711";

    private static final int PERSONS = 80;

    private Rows() {}

    /** The n-th phone, 15 digits. */
    public static String imei(int n) {
        return new Imei(String.format("%s%06d", TAC, n)).printed();
    }

    public static String iin(int n) {
        String eleven = String.format("900101300%02d", n);
        int sum = 0;
        for (int i = 0; i < eleven.length(); i++) {
            sum += (eleven.charAt(i) - '0') * (i + 1);
        }
        if (sum % 11 == 10) {
            throw new IllegalArgumentException("no person has this number, choose another");
        }
        return eleven + sum % 11;
    }

    /** One of eighty persons; some numbers of this form are nobody's. */
    public static int person(int n) {
        int person = n % PERSONS;
        try {
            iin(person);
            return person;
        } catch (IllegalArgumentException nobody) {
            return person + 1;
        }
    }

    public static String msisdn(int n) {
        return String.format("7705%07d", 9_000_000 + n);
    }

    public static String imsi(int n) {
        return String.format("40101%010d", 7_000_000_000L + n);
    }

    public static String imported(int n) {
        return "50402/100125/0000001,1,40,2025-04-10T09:00:00+05:00,2025-04-12T10:00:00+05:00," + BIN + "," + imei(n)
                + ",,Samsung,SM-S938B,15000000,1800000\n";
    }

    public static String exported(int n) {
        return "50402/100325/0000002,1,10,2025-06-10T09:00:00+05:00,2025-06-12T10:00:00+05:00," + OTHER_BIN + ",AE,"
                + imei(n) + ",20000000\n";
    }

    public static String declared(int n, int person) {
        return "50402/010425/0000003," + iin(person) + "," + DOCUMENT + ",2025-04-01T08:00:00+05:00," + imei(n)
                + ",,Samsung,SM-S938B,15000000,\n";
    }

    public static String registered(int n, int person) {
        return "2025-05-01T12:00:00+05:00," + imei(n) + "," + iin(person) + "," + msisdn(n) + "," + imsi(n)
                + ",Kcell\n";
    }

    public static String blocked(int n) {
        return "2025-07-01T12:00:00+05:00," + imei(n) + ",Police,stolen,KUI-" + n + "\n";
    }

    public static String allocated() {
        return TACS + TAC + "|Samsung|SM-S938B|LTE|12-Nov-2024|Smartphone|Samsung|Galaxy S25 Ultra\n";
    }

    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }
}
