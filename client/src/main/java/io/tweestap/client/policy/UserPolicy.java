package io.tweestap.client.policy;

import io.tweestap.client.factor.FactorKind;
import io.tweestap.client.factor.FactorStrength;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the policies mean for a user: a login now, on a browser that nobody remembers.
///
/// @param user your own reference of the user
/// @param decision what happens to a user at a login on a browser that nobody remembers
/// @param text the decision in words
/// @param requiredFrom from when a second step is required of the user here; missing when never
/// @param deadline the date that staff moved it to
/// @param exemptUntil until when the user is exempt
/// @param skipsLeft how often setting up may still be put off; missing without a limit
/// @param heldKinds what the user has in use
/// @param allowedKinds what may be proven, or set up
/// @param atLeast how much a kind of factor withstands
/// @param firstFactorProof what somebody without a factor shows, beside the password, before one is
///   set up inside a login; from the least to the strictest. A thief of the password must not set
///   up a factor of his own.
/// @param stayLoggedInSeconds how long the login would last
/// @param idleSeconds how long without activity
/// @param rememberBrowserSeconds how long the browser may be remembered; 0: not at all
/// @param reasons why; the decisive reason first, then which policy gave which limit
public record UserPolicy(
    String user,
    PolicyOutcome decision,
    String text,
    @Nullable LocalDate requiredFrom,
    @Nullable LocalDate deadline,
    @Nullable Instant exemptUntil,
    @Nullable Integer skipsLeft,
    List<FactorKind> heldKinds,
    List<FactorKind> allowedKinds,
    @Nullable FactorStrength atLeast,
    @Nullable FirstFactorProof firstFactorProof,
    int stayLoggedInSeconds,
    int idleSeconds,
    int rememberBrowserSeconds,
    List<PolicyReason> reasons) {}
