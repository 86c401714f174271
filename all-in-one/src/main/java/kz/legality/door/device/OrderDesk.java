package kz.legality.door.device;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kz.legality.device.Decision;
import kz.legality.device.DeviceCommand;
import kz.legality.door.access.Caller;
import kz.legality.door.problem.RequestProblem;
import kz.legality.event.Source;
import kz.legality.launch.DeviceRecord;
import kz.legality.launch.OpenLedger;
import kz.legality.launch.PairedImeis;
import kz.legality.secrecy.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/**
 * Takes an order once. What was ordered is signed, by the ledger's own key since it may name a person, and stands beside
 * the events it led to: a key that comes again with another order is told apart from a repetition.
 */
final class OrderDesk {
    /** Name of the signature in the events' metadata. */
    static final String ORDER = "order";

    private static final int KEY_CHARS_MAX = 200;

    private final OpenLedger ledger;
    private final OrderReceipts receipts;

    OrderDesk(OpenLedger ledger) {
        this.ledger = ledger;
        this.receipts = new OrderReceipts(ledger);
    }

    /** @param key the {@code Idempotency-Key}; null where the caller gave none */
    static Source.Actor actor(Caller caller, @Nullable String key) {
        if (key != null && (key.isBlank() || key.length() > KEY_CHARS_MAX)) {
            throw RequestProblem.badParameter("Idempotency-Key", "1 to " + KEY_CHARS_MAX + " characters");
        }
        // The name is followed by the request in the stored text, with a # between.
        return new Source.Actor(caller.actor(), key == null ? UUID.randomUUID().toString() : key.replace('#', '_'));
    }

    /**
     * @param verb the last part of the address
     * @param order the body, whose text form holds all of it
     */
    ResponseEntity<OrderReceipts.Receipt> take(String verb, Record order, DeviceCommand command, Source.Actor actor) {
        String signature = signature(verb, order);
        Optional<String> before = receipts.ordered(command.imei(), actor);
        if (before.isPresent()) {
            return repeated(before.get(), signature, command, actor);
        }
        Decision.Accepted accepted = send(command, signature);
        if (accepted.events().isEmpty()) {
            return ResponseEntity.ok(new OrderReceipts.Receipt(command.imei().printed(), List.of()));
        }
        PairedImeis.tell(ledger, command.imei());
        return created(receipts.of(command.imei(), actor));
    }

    /** An order about two IMEIs, recorded of both or of none: what the first would be refused is asked before. */
    ResponseEntity<OrderReceipts.Receipt> take(
            String verb, Record order, DeviceCommand command, DeviceCommand ofTheOther, Source.Actor actor) {
        if (receipts.ordered(command.imei(), actor).isEmpty()) {
            accepted(DeviceRecord.foresee(ledger, command));
            send(ofTheOther, signature(verb, order));
        }
        return take(verb, order, command, actor);
    }

    private ResponseEntity<OrderReceipts.Receipt> repeated(
            String before, String signature, DeviceCommand command, Source.Actor actor) {
        // Events older than the signature hold none, and are taken as the same order.
        if (!before.isEmpty() && !before.equals(signature)) {
            throw RequestProblem.keyReused(
                    "this Idempotency-Key was used for another order about the same device; a new order needs a new"
                            + " key");
        }
        return created(receipts.of(command.imei(), actor));
    }

    /** An answer of this position or a later one knows of the order. */
    private static ResponseEntity<OrderReceipts.Receipt> created(OrderReceipts.Receipt receipt) {
        ResponseEntity.BodyBuilder created = ResponseEntity.status(HttpStatus.CREATED);
        receipt.positions().stream()
                .max(Long::compare)
                .ifPresent(last -> created.header("X-Ledger-Position", Long.toString(last)));
        return created.body(receipt);
    }

    private Decision.Accepted send(DeviceCommand command, String signature) {
        return accepted(ledger.commands().send(command, Map.of(ORDER, signature)));
    }

    private static Decision.Accepted accepted(Decision decision) {
        return switch (decision) {
            case Decision.Refused refused ->
                throw RequestProblem.refused(refused.refusal().name(), refused.detail());
            case Decision.Accepted accepted -> accepted;
        };
    }

    private String signature(String verb, Record order) {
        return ledger.pseudonyms()
                .unread(verb + '\0' + order, new Subject("order"))
                .pseudonym()
                .value();
    }
}
