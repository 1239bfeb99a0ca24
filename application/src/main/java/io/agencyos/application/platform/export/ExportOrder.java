package io.agencyos.application.platform.export;

import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.Vocabulary;
import java.util.Map;

/** What is to stand in a file, and in which form. */
public record ExportOrder(Sheet sheet, SheetFormat format) {

    public static final String FORMAT = "format";

    /** The form that the parameters of a job name; CSV where they name none. */
    public static Result<SheetFormat, String> format(Map<String, String> params) {
        String named = params.getOrDefault(FORMAT, SheetFormat.CSV.wire());
        return Vocabulary.parse(SheetFormat.class, named)
                .<Result<SheetFormat, String>>map(Result::ok)
                .orElseGet(() -> Result.err("format is csv or xlsx"));
    }
}
