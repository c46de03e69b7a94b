package io.tweestap.bench;

import java.util.UUID;

/// A user with an authenticator app.
///
/// @param ref as the application calls the user
/// @param user as the database does
/// @param subject as the audit does
record Member(
    UUID tenant, String ref, UUID user, UUID subject, UUID factor, AuthenticatorApp app) {}
