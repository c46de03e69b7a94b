package io.tweestap.tenant;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What an API client may do. A token carries a subset of its client's scopes.
public enum Scope {
  VERIFICATIONS_WRITE("verifications:write"),
  VERIFICATIONS_READ("verifications:read"),
  /// Send messages of the priority `service`, withdraw and redact messages.
  MESSAGES_WRITE("messages:write"),
  /// Send messages that go before all others, as codes do. Needs [#MESSAGES_WRITE] as well.
  MESSAGES_CODE("messages:code"),
  /// Send advertising. Needs [#MESSAGES_WRITE] as well.
  MESSAGES_MARKETING("messages:marketing"),
  MESSAGES_READ("messages:read"),
  /// Read messages that people sent, with their numbers and texts.
  INBOUND_READ("inbound:read"),
  /// Take number and text out of the record of such a message.
  INBOUND_WRITE("inbound:write"),
  USERS_WRITE("users:write"),
  USERS_READ("users:read"),
  /// See the addresses of users in full, also in an export.
  USERS_REVEAL("users:reveal"),
  WEBHOOKS_WRITE("webhooks:write"),
  WEBHOOKS_READ("webhooks:read"),
  POLICIES_WRITE("policies:write"),
  POLICIES_READ("policies:read"),
  /// Exempt single users from what the policies demand.
  EXEMPTIONS_WRITE("exemptions:write"),
  SETTINGS_WRITE("settings:write"),
  SETTINGS_READ("settings:read"),
  /// See the balance and what was spent.
  CREDIT_READ("credit:read"),
  LOGINS_WRITE("logins:write"),
  LOGINS_READ("logins:read"),
  /// Take factors away from users who lost them; nothing else comes with it.
  USERS_DISCONNECT("users:disconnect"),
  /// Lead users to the pages where they look after their own second step.
  ACCOUNT_LINKS_WRITE("account_links:write"),
  AUDIT_READ("audit:read"),
  FACTORS_WRITE("factors:write"),
  FACTORS_READ("factors:read"),
  /// Check a code of a factor outside of any login.
  FACTORS_VERIFY("factors:verify"),
  /// Judge app passwords: for the mail server or directory that is given them, and nothing else.
  APP_PASSWORDS_VERIFY("app_passwords:verify"),
  /// Make, change and remove links to operators, over which the messages of all tenants go, and
  /// give numbers to tenants: for whoever runs the installation.
  LINKS_WRITE("links:write"),
  LINKS_READ("links:read"),
  /// Read the handsets of the sandbox carrier; it exists only in embedded mode.
  SANDBOX_READ("sandbox:read");

  private final String text;

  Scope(String text) {
    this.text = text;
  }

  /// As it stands in a token and in the documentation: `verifications:write`.
  public String text() {
    return text;
  }

  /// Whether it reaches beyond the tenant: a client gets it only by name, not with all others.
  public boolean isOfTheInstallation() {
    return this == LINKS_WRITE || this == LINKS_READ;
  }

  /// All scopes within a tenant.
  public static Set<Scope> ofATenant() {
    return Arrays.stream(values())
        .filter(scope -> !scope.isOfTheInstallation())
        .collect(Collectors.toUnmodifiableSet());
  }

  public static Optional<Scope> of(String text) {
    return Arrays.stream(values()).filter(scope -> scope.text.equals(text)).findFirst();
  }
}
