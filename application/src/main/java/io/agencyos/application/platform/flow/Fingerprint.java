package io.agencyos.application.platform.flow;

/** Where a defect is, without what it says: a message may hold personal data. */
final class Fingerprint {

    private Fingerprint() {}

    static String of(Throwable defect) {
        StackTraceElement[] stack = defect.getStackTrace();
        String where = stack.length == 0
                ? "unknown"
                : stack[0].getClassName().replaceFirst(".*\\.", "") + ":" + stack[0].getLineNumber();
        return defect.getClass().getSimpleName() + " at " + where;
    }
}
