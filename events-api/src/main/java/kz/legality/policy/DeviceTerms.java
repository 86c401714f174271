package kz.legality.policy;

/**
 * What one device is ({@code device}).
 *
 * @param maxImeis so many IMEIs at most, one a slot
 */
public record DeviceTerms(int maxImeis) {
    public static DeviceTerms kazakhstan() {
        return new DeviceTerms(4);
    }
}
