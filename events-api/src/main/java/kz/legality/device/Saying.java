package kz.legality.device;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Base64;
import kz.legality.device.BlockGround.GreyTermExpired;
import kz.legality.device.BlockGround.Order;
import kz.legality.device.BlockGround.PlaceOrder;
import kz.legality.device.DeviceEvent.CloneDetected;
import kz.legality.device.DeviceEvent.DeviceBlocked;
import kz.legality.device.DeviceEvent.DeviceDeclared;
import kz.legality.device.DeviceEvent.DeviceExported;
import kz.legality.device.DeviceEvent.DeviceImported;
import kz.legality.device.DeviceEvent.DeviceRegistered;
import kz.legality.device.DeviceEvent.Fact;
import kz.legality.device.DeviceEvent.PatternObserved;
import kz.legality.device.DeviceEvent.SeenOnNetwork;
import kz.legality.identifier.Sha256;
import kz.legality.secrecy.Personal;
import org.jspecify.annotations.Nullable;

/**
 * What a fact is about, and what it says of it. Two facts with one identity and one content are the same fact, sent
 * twice; with another content the later corrects the earlier.
 */
public final class Saying {
    private static final int CONTENT_BYTES = 12;

    private Saying() {}

    /** Names the paper, and on it the line, that the fact was read from. */
    public static String identityOf(Fact fact) {
        return switch (fact) {
            case DeviceImported it -> "import:" + it.declaration() + "/" + it.item();
            case DeviceDeclared it -> "declaration:" + it.declaration();
            case DeviceExported it -> "export:" + it.declaration() + "/" + it.item();
            case DeviceRegistered it ->
                "registration:" + it.registeredAt().toInstant() + ":"
                        + digest(it.owner().reference(), pseudonym(it.msisdn()), pseudonym(it.imsi()), it.operator());
            case CloneDetected it -> "clone:" + it.occurredAt() + ":" + digest(it.evidence());
            case SeenOnNetwork it ->
                "seen:" + it.occasion() + ":"
                        + digest(it.operator(), it.subscriber(), it.evidence().reference());
            case PatternObserved it -> "pattern:" + it.kind();
            case DeviceBlocked it ->
                switch (it.ground()) {
                    case Order order -> "block:" + digest(order.authority(), order.reference());
                    case PlaceOrder order -> "place:" + digest(order.authority(), order.reference());
                    case GreyTermExpired expired -> "grey-term:" + expired.deadline();
                };
            case OriginFact it -> Papers.identityOf(it);
            case OwnershipFact it -> Papers.identityOf(it);
            case ImeiFact it -> Papers.identityOf(it);
            case LossFact it -> Papers.identityOf(it);
            case ExemptionFact it -> Papers.identityOf(it);
            case ReviewFact it -> Papers.identityOf(it);
            case ListFact it -> Papers.identityOf(it);
        };
    }

    /** A digest of what is said, without who said it and when it was recorded. */
    public static String contentOf(Fact fact) {
        return switch (fact) {
            case DeviceImported it ->
                digest(
                        it.procedure(),
                        instant(it.registeredAt()),
                        instant(it.releasedAt()),
                        it.importer(),
                        it.device(),
                        it.brand(),
                        it.model(),
                        it.unitValue().amount(),
                        it.unitVat().amount());
            case DeviceDeclared it ->
                digest(
                        pseudonym(it.person()),
                        pseudonym(it.document()),
                        instant(it.crossedAt()),
                        it.device(),
                        it.brand(),
                        it.model(),
                        it.unitValue().amount(),
                        it.tracking(),
                        it.dutyPaid() == null ? null : it.dutyPaid().amount());
            case DeviceExported it -> contentOf(it, instant(it.exitedAt()));
            case DeviceRegistered it -> "";
            case CloneDetected it -> digest(it.subscribers());
            case SeenOnNetwork it -> digest(it.firstSeen(), it.lastSeen(), it.daysSeen(), it.homeSubscriber());
            case PatternObserved it -> digest(it.from(), it.to(), it.measuredThousandths(), it.limitThousandths());
            case DeviceBlocked it ->
                switch (it.ground()) {
                    case Order order -> digest(it.occurredAt(), order.reason());
                    case PlaceOrder order -> digest(it.occurredAt(), order.place(), order.basis());
                    case GreyTermExpired expired -> "";
                };
            case OriginFact it -> Papers.contentOf(it);
            case OwnershipFact it -> Papers.contentOf(it);
            case ImeiFact it -> Papers.contentOf(it);
            case LossFact it -> Papers.contentOf(it);
            case ExemptionFact it -> Papers.contentOf(it);
            case ReviewFact it -> Papers.contentOf(it);
            case ListFact it -> Papers.contentOf(it);
        };
    }

    /** @param exitedAt when its goods left; null before */
    static String contentOf(DeviceExported it, @Nullable Instant exitedAt) {
        return digest(
                it.procedure(),
                instant(it.registeredAt()),
                exitedAt,
                it.exporter(),
                it.destination(),
                it.unitValue().amount());
    }

    /** The same moment written at another offset is the same moment. */
    private static @Nullable Instant instant(@Nullable OffsetDateTime moment) {
        return moment == null ? null : moment.toInstant();
    }

    static @Nullable String pseudonym(@Nullable Personal<?> personal) {
        return personal == null ? null : personal.pseudonym().value();
    }

    static String digest(@Nullable Object... parts) {
        StringBuilder text = new StringBuilder(96);
        for (Object part : parts) {
            text.append(part).append('\0');
        }
        byte[] full = Sha256.of(text.toString());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(full, CONTENT_BYTES));
    }
}
