package io.agencyos.adapters.in.http.route;

import io.agencyos.domain.shared.InputProblem;
import io.agencyos.domain.shared.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gathers field errors while a body is read into domain values, so that all are told at once. */
public final class FieldErrors {

    private final List<FieldError> errors = new ArrayList<>();

    public void add(FieldError error) {
        errors.add(error);
    }

    public void add(String pointer, String code, String message) {
        errors.add(FieldError.of(pointer, code, message));
    }

    /** The value of a domain parser, or empty with the error noted. */
    public <T> Optional<T> read(String pointer, Result<T, InputProblem> parsed) {
        return switch (parsed) {
            case Result.Ok<T, InputProblem>(T value) -> Optional.of(value);
            case Result.Err<T, InputProblem>(InputProblem problem) -> {
                errors.add(FieldError.of(pointer, problem));
                yield Optional.empty();
            }
        };
    }

    public boolean isEmpty() {
        return errors.isEmpty();
    }

    public List<FieldError> list() {
        return List.copyOf(errors);
    }
}
