package kz.legality.listing;

import java.time.Instant;
import java.util.Optional;
import kz.legality.device.ExemptionFact.Exempted;
import kz.legality.device.ExemptionFact.Exemption;
import kz.legality.device.ExemptionFact.ExemptionEnded;
import kz.legality.device.ListFact;
import kz.legality.device.ListFact.ListingEnded;
import kz.legality.device.Listing;
import kz.legality.device.LossFact.BarLifted;
import kz.legality.device.LossFact.Barred;
import kz.legality.device.LossFact.ReportedStolen;
import kz.legality.device.Saying;
import kz.legality.event.LedgerEvent;
import kz.legality.event.Source;
import kz.legality.identifier.Imei;
import kz.legality.identifier.Tac;
import kz.legality.line.LineEvent;
import kz.legality.line.LineEvent.LineReleased;
import kz.legality.secrecy.Pseudonym;
import kz.legality.sourcefile.FileKind;
import kz.legality.tac.TacBarEvent.TacBarLifted;
import kz.legality.tac.TacBarEvent.TacBarred;

/**
 * What an event says of one entry of a list.
 *
 * @param key names the entry within its list: an IMEI's 14 digits, a TAC, or a pseudonym; behind a colon what else it
 *     takes to name it
 * @param content a digest of what else the entry says; empty where its name says all
 * @param ended true where the entry is in force no more
 */
public record ListEntry(FileKind list, String key, String content, boolean ended) {
    private static final String PARTS = ":";

    /** Empty where the event is about no list. */
    public static Optional<ListEntry> of(LedgerEvent event) {
        return switch (event) {
            case ListFact it ->
                FileKind.of(it.list())
                        .map(list -> new ListEntry(
                                list,
                                it.key().isEmpty() ? it.imei().key() : it.imei().key() + PARTS + it.key(),
                                it instanceof ListingEnded ? "" : Saying.contentOf(it),
                                it instanceof ListingEnded));
            case ReportedStolen it
            when Listing.isOfAList(it) ->
                Optional.of(entered(FileKind.STOLEN_LIST, it.imei().key(), Saying.contentOf(it)));
            case BarLifted it
            when Listing.endsReport(it) ->
                Optional.of(ended(FileKind.STOLEN_LIST, it.imei().key()));
            case Barred it
            when Listing.isOfAList(it) ->
                Optional.of(
                        entered(FileKind.of(it.list()).orElseThrow(), it.imei().key(), ""));
            case BarLifted it
            when Listing.isOfAList(it) ->
                Optional.of(
                        ended(FileKind.of(it.list()).orElseThrow(), it.imei().key()));
            case Exempted it
            when Listing.isOfAList(it) ->
                Optional.of(entered(FileKind.GOLDEN_LIST, it.imei().key(), ""));
            case ExemptionEnded it
            when it.exemption() == Exemption.GOLDEN_LIST ->
                Optional.of(ended(FileKind.GOLDEN_LIST, it.imei().key()));
            case TacBarred it ->
                Optional.of(entered(FileKind.BARRED_TAC_LIST, it.tac().value(), ""));
            case TacBarLifted it ->
                Optional.of(ended(FileKind.BARRED_TAC_LIST, it.tac().value()));
            case LineEvent it ->
                Optional.of(new ListEntry(
                        FileKind.SUBSCRIBERS_LIST,
                        it.line().value() + PARTS + it.holder().value(),
                        "",
                        it instanceof LineReleased));
            default -> Optional.empty();
        };
    }

    private static ListEntry entered(FileKind list, String key, String content) {
        return new ListEntry(list, key, content, false);
    }

    private static ListEntry ended(FileKind list, String key) {
        return new ListEntry(list, key, "", true);
    }

    /** The entry's end, as a word that the stream it belongs to is told. */
    public LedgerEvent ending(Instant at, Source source, String authority) {
        int colon = key.indexOf(PARTS);
        String first = colon < 0 ? key : key.substring(0, colon);
        String rest = colon < 0 ? "" : key.substring(colon + 1);
        return switch (list) {
            case BARRED_TAC_LIST -> new TacBarLifted(new Tac(first), at, source, authority);
            case SUBSCRIBERS_LIST -> new LineReleased(at, source, new Pseudonym(first), new Pseudonym(rest));
            default -> new ListingEnded(new Imei(first), at, source, null, list.written(), rest, authority);
        };
    }
}
