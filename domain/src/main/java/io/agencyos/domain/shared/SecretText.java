package io.agencyos.domain.shared;

/**
 * A password or token on its way through the house. It is never shown: not in a log, not in a message, not by accident.
 */
public record SecretText(String reveal) {

    @Override
    public String toString() {
        return "***";
    }
}
