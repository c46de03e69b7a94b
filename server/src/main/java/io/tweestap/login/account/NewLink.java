package io.tweestap.login.account;

import io.tweestap.user.UserRef;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/// What an application asks when one of its users wants to look after the second step.
///
/// @param user who is logged in there; the application vouches for it
/// @param returnUrl where the pages lead back to: one of the tenant's return addresses
/// @param locale language of the pages; empty: the user's own
/// @param provenFactor a login of this user that passed with a factor at most ten minutes ago, so
///   that the pages need not ask again
public record NewLink(
    UserRef user,
    Optional<String> returnUrl,
    Optional<Locale> locale,
    Optional<UUID> provenFactor) {}
