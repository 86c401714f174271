package kz.legality.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import kz.legality.device.DeviceEvent.DeviceDeclared;
import kz.legality.device.DeviceEvent.DeviceImported;
import kz.legality.device.DeviceEvent.Fact;
import kz.legality.finding.Finding;
import kz.legality.finding.Severity;

/** R5a: declared as another model than its IMEI belongs to. */
public record TacMismatch() implements Rule {
    @Override
    public About about() {
        return new About(
                "R5a",
                2,
                "Model mismatch",
                "Brand and model of the declaration are none of those the catalogue lists for the type allocation code."
                        + " HIGH; CRITICAL where the brand differs.",
                true,
                List.of("findings.usedWords"),
                List.of("GSMA TS.06: IMEI allocation", "decision 378: description of goods"),
                List.of(
                        "ALIAS: maker, brand, model, marketing name and aliases all count",
                        "UNKNOWN_TAC: a code the catalogue does not list proves nothing",
                        "REFURBISHED: the paper says so: WARN"));
    }

    @Override
    public List<Finding> judge(Dossier dossier) {
        Model model = dossier.around().model();
        if (model == null) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        for (Told<DeviceImported> it : dossier.own().all(DeviceImported.class)) {
            judge(dossier, it, it.fact().brand(), it.fact().model(), model, findings);
        }
        for (Told<DeviceDeclared> it : dossier.own().all(DeviceDeclared.class)) {
            judge(dossier, it, it.fact().brand(), it.fact().model(), model, findings);
        }
        return findings;
    }

    private void judge(
            Dossier dossier,
            Told<? extends Fact> paper,
            String brand,
            String declared,
            Model model,
            List<Finding> findings) {
        Match match = match(brand, declared, model);
        if (match != Match.SAME) {
            boolean used = UsedGoods.named(declared, dossier.terms());
            findings.add(new Drafting(about(), dossier.imei().key())
                    .anchor(paper)
                    .exports(dossier.exportItems())
                    .measure("declared", brand + " " + declared)
                    .measure("catalogue", String.join(" / ", model.brands()) + ": " + String.join(" / ", model.names()))
                    .considered("ALIAS", false, "No name the catalogue lists for the code is the declared one.")
                    .considered("REFURBISHED", used, used ? "The paper calls it used." : "The paper calls it new.")
                    .as(used ? Severity.WARN : match == Match.OTHER_BRAND ? Severity.CRITICAL : Severity.HIGH));
        }
    }

    /** How a declared name compares with the catalogue. */
    public enum Match {
        SAME,
        OTHER_MODEL,
        OTHER_BRAND
    }

    /** A paper or a catalogue that names nothing contradicts nothing. */
    public static Match match(String brand, String declared, Model model) {
        String saidBrand = plain(brand);
        List<String> brands = model.brands().stream()
                .map(TacMismatch::plain)
                .filter(it -> !it.isEmpty())
                .toList();
        boolean sameBrand = saidBrand.isEmpty()
                || brands.isEmpty()
                || brands.stream().anyMatch(it -> it.startsWith(saidBrand) || saidBrand.startsWith(it));
        if (!sameBrand) {
            return Match.OTHER_BRAND;
        }
        String said = withoutBrand(plain(declared), brands, saidBrand);
        List<String> names = model.names().stream()
                .map(TacMismatch::plain)
                .filter(it -> !it.isEmpty())
                .map(it -> withoutBrand(it, brands, saidBrand))
                .toList();
        return said.isEmpty() || names.isEmpty() || names.contains(said) ? Match.SAME : Match.OTHER_MODEL;
    }

    /** Some makers put their brand into the name itself, and papers then put it in front once more. */
    private static String withoutBrand(String name, List<String> brands, String saidBrand) {
        String rest = name;
        String shorter = withoutOneBrand(rest, brands, saidBrand);
        while (shorter.length() < rest.length()) {
            rest = shorter;
            shorter = withoutOneBrand(rest, brands, saidBrand);
        }
        return rest;
    }

    private static String withoutOneBrand(String name, List<String> brands, String saidBrand) {
        if (!saidBrand.isEmpty() && name.startsWith(saidBrand) && name.length() > saidBrand.length()) {
            return name.substring(saidBrand.length());
        }
        for (String brand : brands) {
            if (name.startsWith(brand) && name.length() > brand.length()) {
                return name.substring(brand.length());
            }
        }
        return name;
    }

    /** Letters and digits only, in lower case. */
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }
}
