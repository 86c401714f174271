package kz.legality.door.diameter;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How requests of a peer that was let in are answered. */
final class Answers {
    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);
    private static final int BASE = 0;

    private final DiameterNode node;

    Answers(DiameterNode node) {
        this.node = node;
    }

    /** What a request is answered with: its pairs beside session, origin and proxies. */
    interface Answering {
        List<Avp> answer(Avps asked) throws DiameterRefusal;
    }

    DiameterMessage to(DiameterMessage request) {
        if (request.application() == node.application().id()
                && request.command() == node.application().command()) {
            return answered(request, node.application().frame(), this::application);
        }
        return answered(request, List.of(), asked -> base(request));
    }

    private List<Avp> base(DiameterMessage request) throws DiameterRefusal {
        boolean own = request.application() == node.application().id();
        if (request.application() != BASE && !own) {
            throw DiameterRefusal.of(ResultCode.APPLICATION_UNSUPPORTED, "S13 is all that is spoken here");
        }
        return switch (own ? BASE : request.command()) {
            case DiameterMessage.DEVICE_WATCHDOG ->
                List.of(Avp.of(AvpType.RESULT_CODE, ResultCode.SUCCESS), Avp.of(AvpType.ORIGIN_STATE_ID, node.state()));
            case DiameterMessage.DISCONNECT_PEER -> List.of(Avp.of(AvpType.RESULT_CODE, ResultCode.SUCCESS));
            default -> throw DiameterRefusal.of(ResultCode.COMMAND_UNSUPPORTED, "no such command is answered here");
        };
    }

    private List<Avp> application(Avps asked) throws DiameterRefusal {
        asked.required(Avp.of(AvpType.SESSION_ID, ""));
        asked.required(Avp.of(AvpType.ORIGIN_HOST, ""));
        asked.required(Avp.of(AvpType.ORIGIN_REALM, ""));
        String realm = asked.required(Avp.of(AvpType.DESTINATION_REALM, "")).text();
        Avp host = asked.find(AvpType.DESTINATION_HOST);
        if (!realm.equalsIgnoreCase(node.realm())) {
            throw DiameterRefusal.of(ResultCode.REALM_NOT_SERVED, "another realm is served here");
        }
        if (host != null && !host.text().equalsIgnoreCase(node.host())) {
            throw DiameterRefusal.of(ResultCode.UNABLE_TO_DELIVER, "nothing is passed on to other hosts here");
        }
        return node.application().answer(asked);
    }

    /** The answer to a request; a refusal, and whatever goes wrong here, is an answer too. */
    DiameterMessage answered(DiameterMessage request, List<Avp> frame, Answering answering) {
        List<Avp> read = new ArrayList<>();
        try {
            Avp.read(request.body(), read);
            if (request.isError()) {
                throw DiameterRefusal.of(ResultCode.INVALID_HDR_BITS, "a request has no E bit");
            }
            return whole(request, read, frame, answering.answer(new Avps(read)), false);
        } catch (DiameterRefusal refusal) {
            boolean protocol = ResultCode.isProtocolError(refusal.resultCode());
            return whole(request, read, protocol ? List.of() : frame, told(refusal), protocol);
        } catch (RuntimeException broken) {
            LOG.error("A Diameter request could not be answered", broken);
            DiameterRefusal refusal = DiameterRefusal.of(ResultCode.UNABLE_TO_COMPLY, "the ledger failed");
            return whole(request, read, frame, told(refusal), false);
        }
    }

    private static List<Avp> told(DiameterRefusal refusal) {
        List<Avp> told = new ArrayList<>();
        told.add(Avp.of(AvpType.RESULT_CODE, refusal.resultCode()));
        told.add(Avp.of(AvpType.ERROR_MESSAGE, Objects.requireNonNullElse(refusal.getMessage(), "")));
        Avp failed = refusal.failed();
        if (failed != null) {
            told.add(Avp.of(AvpType.FAILED_AVP, failed));
        }
        return told;
    }

    private DiameterMessage whole(
            DiameterMessage request, List<Avp> read, List<Avp> frame, List<Avp> told, boolean error) {
        List<Avp> avps = new ArrayList<>();
        read.stream().filter(it -> it.is(AvpType.SESSION_ID)).findFirst().ifPresent(avps::add);
        avps.addAll(frame);
        avps.addAll(node.origin());
        avps.addAll(told);
        read.stream().filter(it -> it.is(AvpType.PROXY_INFO)).forEach(avps::add);
        return request.answer(error, avps);
    }
}
