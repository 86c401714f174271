package kz.legality.door.answer;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import kz.legality.policy.Activating.Activation;
import kz.legality.policy.Policies;
import kz.legality.policy.Policy;

/**
 * Every policy that was activated, in the order of activation.
 *
 * @param inForce the version in force now
 */
public record PolicyAnswer(String jurisdiction, String inForce, List<Version> versions) {
    /** @param terms all of it, by the keys of a policy file */
    public record Version(String version, LocalDate validFrom, Map<String, Object> terms) {
        static Version of(Policy policy) {
            return new Version(policy.version(), policy.validFrom(), policy.terms());
        }
    }

    /**
     * @param activated false when this very version was active already
     * @param inForce the version in force now, which is another one when this comes into force later
     */
    public record Activated(String version, LocalDate validFrom, boolean activated, String inForce) {
        public static Activated of(Policy policy, Activation.Accepted accepted, Policies policies) {
            return new Activated(
                    policy.version(),
                    policy.validFrom(),
                    !accepted.events().isEmpty(),
                    policies.now().version());
        }
    }

    public static PolicyAnswer of(Policies policies) {
        return new PolicyAnswer(
                policies.book().jurisdiction(),
                policies.now().version(),
                policies.book().versions().stream().map(Version::of).toList());
    }
}
