package io.agencyos.domain.shared;

/**
 * Why a text could not be read as one of the shared values. It knows no field: whoever reads a form, a CSV column or a
 * JSON member adds that.
 *
 * @param code lower-snake code for machines, such as {@code invalid_email}
 * @param reason one sentence for people, without the offending value, so that it may be logged
 */
public record InputProblem(String code, String reason) {

    public static InputProblem invalidId() {
        return new InputProblem("invalid_id", "An id is a UUID of 36 characters.");
    }

    public static InputProblem email(String reason) {
        return new InputProblem("invalid_email", reason);
    }

    public static InputProblem phone(String reason) {
        return new InputProblem("invalid_phone", reason);
    }

    public static InputProblem domain(String reason) {
        return new InputProblem("invalid_domain", reason);
    }

    public static InputProblem linkedIn(String reason) {
        return new InputProblem("invalid_linkedin_url", reason);
    }

    public static InputProblem name(String reason) {
        return new InputProblem("invalid_name", reason);
    }

    public static InputProblem country(String reason) {
        return new InputProblem("invalid_country", reason);
    }

    static InputProblem percentage(String reason) {
        return new InputProblem("invalid_percentage", reason);
    }

    static InputProblem money(String reason) {
        return new InputProblem("invalid_money", reason);
    }

    static InputProblem window(String reason) {
        return new InputProblem("invalid_time_window", reason);
    }

    static InputProblem range(String reason) {
        return new InputProblem("invalid_date_range", reason);
    }
}
