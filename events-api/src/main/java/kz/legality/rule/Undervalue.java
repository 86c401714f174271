package kz.legality.rule;

import java.util.ArrayList;
import java.util.List;
import kz.legality.device.DeviceEvent.DeviceImported;
import kz.legality.finding.Finding;
import kz.legality.finding.Severity;

/** R5b: declared at import far below what the same model is declared at. */
public record Undervalue() implements Rule {
    @Override
    public About about() {
        return new About(
                "R5b",
                2,
                "Undervalued import",
                "The unit customs value is below the fraction of the median of the same type allocation code within"
                        + " the window, or its robust z (0.6745 x deviation / MAD) is at or below the limit and the"
                        + " difference material. HIGH.",
                true,
                List.of(
                        "findings.undervalueRatio",
                        "findings.undervalueRobustZ",
                        "findings.undervalueMaterial",
                        "findings.undervalueCount",
                        "findings.undervalueWindow",
                        "findings.usedWords"),
                List.of("Iglewicz and Hoaglin, 1993: modified z-score", "Customs value: EAEU Customs Code, chapter 5"),
                List.of(
                        "FEW_PRICES: with fewer imports than needed there is no median",
                        "REFURBISHED: the paper says so: WARN"));
    }

    @Override
    public List<Finding> judge(Dossier dossier) {
        List<Finding> findings = new ArrayList<>();
        for (Told<DeviceImported> imported : dossier.own().all(DeviceImported.class)) {
            PriceFigures prices = dossier.around().prices().get(imported.sequence());
            long value = imported.fact().unitValue().amount();
            if (prices != null && isTooLow(value, prices, dossier.terms())) {
                boolean used = UsedGoods.named(imported.fact().model(), dossier.terms());
                findings.add(new Drafting(about(), dossier.imei().key())
                        .anchor(imported)
                        .exports(dossier.exportItems())
                        .measure("valueTiyn", value)
                        .considered("REFURBISHED", used, used ? "The paper calls it used." : "The paper calls it new.")
                        .considered("FEW_PRICES", false, "There are enough imports of the code to make a median.")
                        .as(used ? Severity.WARN : Severity.HIGH));
            }
        }
        return findings;
    }

    /** By its fraction of the median, or by a robust z where the difference is material too. */
    public static boolean isTooLow(long value, PriceFigures prices, RuleTerms terms) {
        // Where all are alike the robust z is no number, and compares with nothing.
        return prices.n() >= terms.pricesMin()
                && (value < terms.undervaluedBelow() * prices.medianTiyn()
                        || (value < terms.materialBelow() * prices.medianTiyn()
                                && prices.robustZ(value) <= terms.robustZMax()));
    }
}
