package io.tweestap.client.login;

import io.tweestap.client.factor.FactorKind;
import io.tweestap.client.policy.FirstFactorProof;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What may or must be set up.
///
/// @param required whether the login goes no further without
/// @param until the day from which it is required. Missing when there is none.
/// @param skipsLeft how often it may still be put off, 0 when required. Missing without a limit.
/// @param kinds kinds of factor that may be set up
/// @param proof what is shown before a first factor is added: `none`, `mail_link` (a code to a
///   proven mail address), `known_phone` (a code to a proven number) or `staff_code`
public record LoginEnrollment(
    boolean required,
    @Nullable LocalDate until,
    @Nullable Integer skipsLeft,
    List<FactorKind> kinds,
    FirstFactorProof proof) {}
