package kz.legality.door.policy;

import java.util.List;
import java.util.UUID;
import kz.legality.command.policy.PolicyFile;
import kz.legality.door.access.Caller;
import kz.legality.door.answer.PolicyAnswer;
import kz.legality.door.problem.Problem;
import kz.legality.door.problem.RequestProblem;
import kz.legality.event.Source;
import kz.legality.launch.OpenLedger;
import kz.legality.policy.Activating.Activation;
import kz.legality.policy.Policy;
import kz.legality.policy.PolicyFlaw;
import kz.legality.query.policy.DryRun;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Policies. The body is a policy file, YAML or JSON; a flaw in it is answered with 400 and the key it is about. A version
 * activated again is 200, a new one 201, one that cannot be is 409 with the refusal's code.
 */
@RestController
@RequestMapping("/api/v1/policies")
class PolicyDoor {
    private final OpenLedger ledger;

    PolicyDoor(OpenLedger ledger) {
        this.ledger = ledger;
    }

    @GetMapping
    PolicyAnswer all() {
        return PolicyAnswer.of(ledger.policies());
    }

    /** Answers when the lists are judged by what is now in force. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<PolicyAnswer.Activated> activate(
            @RequestBody String file,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Caller caller) {
        Policy policy = read(file);
        Source.Actor actor =
                new Source.Actor(caller.actor(), key == null ? UUID.randomUUID().toString() : key.replace('#', '_'));
        return switch (ledger.activate(policy, actor)) {
            case Activation.Refused refused ->
                throw RequestProblem.refused(refused.refusal().name(), refused.detail());
            case Activation.Accepted accepted ->
                ResponseEntity.status(accepted.events().isEmpty() ? HttpStatus.OK : HttpStatus.CREATED)
                        .body(PolicyAnswer.Activated.of(policy, accepted, ledger.policies()));
        };
    }

    /** How many devices would change list; nothing is recorded. */
    @PostMapping("/dry-run")
    DryRun.Report dryRun(@RequestBody String file) {
        return ledger.dryRun(read(file));
    }

    private static Policy read(String file) {
        try {
            return PolicyFile.read(file);
        } catch (PolicyFlaw flaw) {
            String told = String.valueOf(flaw.getMessage());
            throw RequestProblem.badRequest(
                    told, List.of(new Problem.Fault("#/" + flaw.key().replace('.', '/'), told)));
        }
    }
}
