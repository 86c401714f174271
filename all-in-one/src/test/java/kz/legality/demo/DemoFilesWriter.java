package kz.legality.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Writes the files the demo feeds, anew and always the same: {@code DemoFilesWriter src/main/resources/demo}. Every
 * number is invented; identifiers carry true check digits.
 *
 * <p>The story: three honest importers; a market of phones nobody cleared; travellers with a phone or two; and one
 * exporter whose phones left on paper, while most of them were registered in Almaty weeks later.
 */
final class DemoFilesWriter {
    private static final long SEED = 20_250_324;
    private static final String OFFSET = "+05:00";

    private final Random random = new Random(SEED);
    private final Path out;
    private int serial = 100_000;
    private int subscriber = 1_000_000;
    private int person = 1000;

    private record Model(String tac, String brand, String name, String marketing, long valueTiyn, String allocated) {}

    private static final List<Model> MODELS = List.of(
            new Model("35328711", "Samsung", "SM-S938B", "Galaxy S25 Ultra", 42_500_000L, "12-Nov-2024"),
            new Model("35693812", "Samsung", "SM-A566B", "Galaxy A56", 14_900_000L, "20-Jan-2025"),
            new Model("35041913", "Apple", "A3293", "iPhone 16 Pro", 48_900_000L, "02-Aug-2024"),
            new Model("35774214", "Apple", "A3287", "iPhone 16", 36_700_000L, "02-Aug-2024"),
            new Model("86012315", "Xiaomi", "25010PN30G", "Xiaomi 15", 29_800_000L, "15-Dec-2024"),
            new Model("86740516", "Xiaomi", "24117RN76G", "Redmi Note 14", 8_700_000L, "03-Oct-2024"),
            new Model("86590417", "HONOR", "DNP-NX9", "HONOR 200 Pro", 21_300_000L, "11-Apr-2024"),
            new Model("35119918", "Nokia", "TA-1557", "Nokia 3210 4G", 2_900_000L, "06-Mar-2024"));

    private static final List<String> IMPORTERS = List.of(bin("94124000019"), bin("94014000038"), bin("02024000055"));
    private static final String CAROUSEL_EXPORTER = bin("19054001234");

    private DemoFilesWriter(Path out) {
        this.out = out;
    }

    public static void main(String... args) throws IOException {
        new DemoFilesWriter(Path.of(args[0])).write();
    }

    private void write() throws IOException {
        Files.createDirectories(out);
        List<String> imports = new ArrayList<>();
        List<String> exports = new ArrayList<>();
        List<String> declarations = new ArrayList<>();
        List<String> registrations = new ArrayList<>();
        List<String> blocks = new ArrayList<>();

        honestImports(imports, registrations);
        paperExports(imports, exports, registrations);
        honestExport(imports, exports);
        travellers(declarations, registrations);
        greyMarket(registrations, blocks);
        inUseBeforeTheRules(registrations);
        misprints(imports, registrations);

        file(
                "1-gsma-tac.txt",
                "TAC|Manufacturer|Model_Name|Bands|Allocation_Date|Device_Type|Brand_Name|Marketing_Name",
                tacs());
        file(
                "2-customs-imports.csv",
                "declaration,item,procedure,registered_at,released_at,importer_bin,imei,device,brand,model,unit_value_tiyn,unit_vat_tiyn",
                imports);
        file(
                "3-customs-exports.csv",
                "declaration,item,procedure,registered_at,exited_at,exporter_bin,destination,imei,unit_value_tiyn",
                exports);
        file(
                "4-personal-declarations.csv",
                "declaration,person_iin,document,crossed_at,imei,device,brand,model,unit_value_tiyn,tracking",
                declarations);
        file("5-registrations.csv", "registered_at,imei,owner,msisdn,imsi,operator", registrations);
        file("6-blocks.csv", "ordered_at,imei,authority,reason,reference", blocks);
    }

    private static List<String> tacs() {
        return MODELS.stream()
                .map(it -> String.join(
                        "|",
                        it.tac,
                        it.brand,
                        it.name,
                        "GSM 900,LTE B3,LTE B7,NR n78",
                        it.allocated,
                        "Smartphone",
                        it.brand,
                        it.marketing))
                .toList();
    }

    /** Cleared, sold, and two in three of them registered by their buyers. */
    private void honestImports(List<String> imports, List<String> registrations) {
        LocalDate day = LocalDate.of(2026, 1, 12);
        for (int shipment = 0; shipment < 12; shipment++) {
            String declaration = declaration("55302", day, 210 + shipment);
            for (int phone = 0; phone < 110; phone++) {
                Model model = MODELS.get((shipment + phone / 40) % MODELS.size());
                String device = "D" + shipment + "-" + phone;
                String first = imei(model);
                imports.add(importRow(
                        declaration,
                        1 + phone / 40,
                        "40",
                        day,
                        day.plusDays(2),
                        IMPORTERS.get(shipment % 3),
                        first,
                        device,
                        model,
                        16));
                imports.add(importRow(
                        declaration,
                        1 + phone / 40,
                        "40",
                        day,
                        day.plusDays(2),
                        IMPORTERS.get(shipment % 3),
                        imei(model),
                        device,
                        model,
                        16));
                if (random.nextInt(3) < 2) {
                    registrations.add(registration(day.plusDays(20 + random.nextInt(90)), first, person()));
                }
            }
            day = day.plusDays(19);
        }
    }

    /** 480 flagships cleared, exported on paper for the refund, and most of them registered in Almaty afterwards. */
    private void paperExports(List<String> imports, List<String> exports, List<String> registrations) {
        LocalDate imported = LocalDate.of(2026, 5, 4);
        LocalDate exported = LocalDate.of(2026, 6, 15);
        Model[] flagships = {MODELS.get(0), MODELS.get(2)};
        for (int phone = 0; phone < 480; phone++) {
            Model model = flagships[phone % 2];
            String imei = imei(model);
            imports.add(importRow(
                    declaration("55302", imported, 317),
                    1 + phone % 2,
                    "40",
                    imported,
                    imported.plusDays(1),
                    CAROUSEL_EXPORTER,
                    imei,
                    "",
                    model,
                    16));
            exports.add(String.join(
                    ",",
                    declaration("55302", exported, 4410),
                    String.valueOf(1 + phone % 2),
                    "10",
                    at(exported, 11),
                    at(exported.plusDays(3), 16),
                    CAROUSEL_EXPORTER,
                    "AE",
                    imei,
                    String.valueOf(model.valueTiyn * 6 / 5)));
            if (phone % 11 != 0) {
                registrations.add(registration(exported.plusDays(20 + random.nextInt(100)), imei, person()));
            }
        }
    }

    /** Left, and was never seen again. */
    private void honestExport(List<String> imports, List<String> exports) {
        LocalDate imported = LocalDate.of(2026, 3, 2);
        LocalDate exported = LocalDate.of(2026, 4, 20);
        Model model = MODELS.get(5);
        for (int phone = 0; phone < 90; phone++) {
            String imei = imei(model);
            imports.add(importRow(
                    declaration("55308", imported, 96),
                    1,
                    "40",
                    imported,
                    imported.plusDays(3),
                    IMPORTERS.get(1),
                    imei,
                    "",
                    model,
                    16));
            exports.add(String.join(
                    ",",
                    declaration("55308", exported, 120),
                    "1",
                    "10",
                    at(exported, 10),
                    at(exported.plusDays(2), 9),
                    IMPORTERS.get(1),
                    "UZ",
                    imei,
                    String.valueOf(model.valueTiyn * 11 / 10)));
        }
    }

    private void travellers(List<String> declarations, List<String> registrations) {
        for (int journey = 0; journey < 60; journey++) {
            LocalDate day = LocalDate.of(2026, 2, 1).plusDays(random.nextInt(250));
            String iin = person();
            for (int phone = 0; phone <= journey % 2; phone++) {
                Model model = MODELS.get(random.nextInt(MODELS.size()));
                String imei = imei(model);
                declarations.add(String.join(
                        ",",
                        declaration("55321", day, 9000 + journey * 2 + phone),
                        iin,
                        String.format(Locale.ROOT, "N%08d", 10_000_000 + journey),
                        at(day, 7),
                        imei,
                        "",
                        model.brand,
                        model.name,
                        String.valueOf(model.valueTiyn),
                        journey % 5 == 0 ? "RR" + (100_000_000 + journey) + "AE" : ""));
                registrations.add(registration(day.plusDays(1 + random.nextInt(10)), imei, iin));
            }
        }
    }

    /** Registered, and nobody ever imported them; some were stolen. */
    private void greyMarket(List<String> registrations, List<String> blocks) {
        for (int phone = 0; phone < 260; phone++) {
            LocalDate day = LocalDate.of(2026, 8, 1).plusDays(random.nextInt(110));
            String imei = imei(MODELS.get(random.nextInt(MODELS.size())));
            registrations.add(registration(day, imei, person()));
            if (phone % 20 == 0) {
                blocks.add(String.join(
                        ",",
                        at(day.plusDays(2), 15),
                        imei,
                        "MVD",
                        "stolen",
                        String.format(Locale.ROOT, "KUSP-2026-%05d", 4000 + phone)));
            }
        }
    }

    private void inUseBeforeTheRules(List<String> registrations) {
        for (int phone = 0; phone < 40; phone++) {
            registrations.add(registration(
                    LocalDate.of(2023, 6, 1).plusDays(random.nextInt(500)), imei(MODELS.get(7)), person()));
        }
    }

    /** What the quarantine is for: a wrong check digit, a procedure in words, a number one digit short. */
    private void misprints(List<String> imports, List<String> registrations) {
        Model model = MODELS.get(1);
        LocalDate day = LocalDate.of(2026, 9, 14);
        String good = imei(model);
        String wrong = good.substring(0, 14) + (good.charAt(14) == '9' ? '0' : (char) (good.charAt(14) + 1));
        imports.add(importRow(
                declaration("55302", day, 700), 1, "40", day, day.plusDays(1), IMPORTERS.get(0), wrong, "", model, 16));
        imports.add(importRow(
                declaration("55302", day, 700),
                1,
                "release",
                day,
                day.plusDays(1),
                IMPORTERS.get(0),
                imei(model),
                "",
                model,
                16));
        registrations.add(
                String.join(",", at(day, 12), imei(model), "90010130080", "77010000001", "401010000000001", "Kcell"));
    }

    private static String importRow(
            String declaration,
            int item,
            String procedure,
            LocalDate registered,
            LocalDate released,
            String importer,
            String imei,
            String device,
            Model model,
            int vatPercent) {
        return String.join(
                ",",
                declaration,
                String.valueOf(item),
                procedure,
                at(registered, 10),
                at(released, 17),
                importer,
                imei,
                device,
                model.brand,
                model.name,
                String.valueOf(model.valueTiyn),
                String.valueOf(model.valueTiyn * vatPercent / 100));
    }

    private String registration(LocalDate day, String imei, String owner) {
        int number = subscriber++;
        String operator = List.of("Kcell", "Beeline", "Tele2").get(number % 3);
        String mnc = List.of("02", "01", "77").get(number % 3);
        String prefix = List.of("701", "705", "747").get(number % 3);
        return String.join(
                ",",
                at(day, 9 + random.nextInt(10)),
                imei,
                owner,
                "7" + prefix + number,
                "401" + mnc + String.format(Locale.ROOT, "%010d", number),
                operator);
    }

    private String imei(Model model) {
        String body = model.tac + serial++;
        return new kz.legality.identifier.Imei(body).printed();
    }

    private String person() {
        while (true) {
            int number = person++;
            String birth =
                    String.format(Locale.ROOT, "%02d%02d%02d", 55 + number % 45, 1 + number % 12, 1 + number % 28);
            String body = birth + (3 + number % 2) + String.format(Locale.ROOT, "%04d", number % 10_000);
            for (char check = '0'; check <= '9'; check++) {
                try {
                    return new kz.legality.identifier.Iin(body + check).value();
                } catch (kz.legality.identifier.Malformed notThisDigit) {
                    continue;
                }
            }
        }
    }

    private static String bin(String body) {
        for (char check = '0'; check <= '9'; check++) {
            try {
                return new kz.legality.identifier.Bin(body + check).value();
            } catch (kz.legality.identifier.Malformed notThisDigit) {
                continue;
            }
        }
        throw new IllegalArgumentException("no BIN begins with " + body);
    }

    private static String declaration(String office, LocalDate day, int number) {
        return String.format(
                Locale.ROOT,
                "%s/%02d%02d%02d/%07d",
                office,
                day.getDayOfMonth(),
                day.getMonthValue(),
                day.getYear() % 100,
                number);
    }

    private static String at(LocalDate day, int hour) {
        return String.format(Locale.ROOT, "%sT%02d:%02d:00%s", day, hour, hour * 7 % 60, OFFSET);
    }

    private void file(String name, String header, List<String> rows) throws IOException {
        Files.writeString(out.resolve(name), header + "\n" + String.join("\n", rows) + "\n");
    }
}
