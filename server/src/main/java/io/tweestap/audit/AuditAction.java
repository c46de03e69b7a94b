package io.tweestap.audit;

import static io.tweestap.audit.Retention.ACTIVITY;
import static io.tweestap.audit.Retention.ADMINISTRATION;

import java.util.Arrays;
import java.util.Optional;

/// What can happen, each with the class that says how long it is kept. The texts are part of what
/// the chain was made of, so they never change; new ones may come.
public enum AuditAction {
  USER_CREATED("user.created", ADMINISTRATION),
  USER_CHANGED("user.changed", ADMINISTRATION),
  USER_GROUPS_CHANGED("user.groups_changed", ADMINISTRATION),
  USER_SUSPENDED("user.suspended", ADMINISTRATION),
  USER_RESUMED("user.resumed", ADMINISTRATION),
  USER_CLOSED("user.closed", ADMINISTRATION),
  USER_ERASED("user.erased", ADMINISTRATION),
  USER_EXPORTED("user.exported", ADMINISTRATION),
  USER_DEADLINE_MOVED("user.deadline_moved", ADMINISTRATION),
  USER_SKIP_USED("user.skip_used", ACTIVITY),
  USERS_IMPORTED("users.imported", ADMINISTRATION),
  ADDRESS_ADDED("address.added", ACTIVITY),
  ADDRESS_CHANGED("address.changed", ACTIVITY),
  ADDRESS_VERIFIED("address.verified", ACTIVITY),
  ADDRESS_REMOVED("address.removed", ACTIVITY),
  ADDRESS_REVEALED("address.revealed", ADMINISTRATION),
  NOTICE_NOT_SENT("notice.not_sent", ACTIVITY),

  FACTOR_BINDING_STARTED("factor.binding_started", ACTIVITY),
  FACTOR_BINDING_CANCELED("factor.binding_canceled", ACTIVITY),
  FACTOR_BOUND("factor.bound", ACTIVITY),
  FACTOR_RENAMED("factor.renamed", ACTIVITY),
  FACTOR_CHANGED("factor.changed", ACTIVITY),
  FACTOR_RESYNCED("factor.resynced", ACTIVITY),
  FACTOR_CHALLENGED("factor.challenged", ACTIVITY),
  FACTOR_ANSWERED("factor.answered", ACTIVITY),
  FACTOR_SLOWED("factor.slowed", ACTIVITY),
  FACTOR_DISABLED("factor.disabled", ACTIVITY),
  FACTOR_COUNTER_WENT_BACK("factor.counter_went_back", ACTIVITY),
  FACTOR_EXPIRED("factor.expired", ACTIVITY),
  FACTOR_REMOVED("factor.removed", ACTIVITY),
  FACTORS_IMPORTED("factors.imported", ADMINISTRATION),
  HARDWARE_TOKENS_IMPORTED("hardware_tokens.imported", ADMINISTRATION),
  HARDWARE_TOKEN_ASSIGNED("hardware_token.assigned", ADMINISTRATION),
  HARDWARE_TOKEN_RETURNED("hardware_token.returned", ADMINISTRATION),
  HARDWARE_TOKEN_REMOVED("hardware_token.removed", ADMINISTRATION),
  RECOVERY_CODES_MADE("recovery_codes.made", ACTIVITY),
  RECOVERY_CODE_USED("recovery_code.used", ACTIVITY),
  TEMPORARY_PASS_MADE("temporary_pass.made", ADMINISTRATION),
  TEMPORARY_PASS_USED("temporary_pass.used", ACTIVITY),
  APP_PASSWORD_MADE("app_password.made", ACTIVITY),
  APP_PASSWORD_VERIFIED("app_password.verified", ACTIVITY),
  APP_PASSWORD_REMOVED("app_password.removed", ACTIVITY),

  POLICY_CREATED("policy.created", ADMINISTRATION),
  POLICY_CHANGED("policy.changed", ADMINISTRATION),
  POLICY_REMOVED("policy.removed", ADMINISTRATION),
  EXEMPTION_REQUESTED("exemption.requested", ADMINISTRATION),
  EXEMPTION_GRANTED("exemption.granted", ADMINISTRATION),
  EXEMPTION_REJECTED("exemption.rejected", ADMINISTRATION),
  EXEMPTION_ENDED("exemption.ended", ADMINISTRATION),

  LOGIN_DECIDED("login.decided", ACTIVITY),
  LOGIN_CHALLENGED("login.challenged", ACTIVITY),
  LOGIN_ANSWERED("login.answered", ACTIVITY),
  LOGIN_PASSED("login.passed", ACTIVITY),
  LOGIN_FAILED("login.failed", ACTIVITY),
  LOGIN_CANCELED("login.canceled", ACTIVITY),
  LOGIN_EXPIRED("login.expired", ACTIVITY),
  ENROLLMENT_PROVEN("enrollment.proven", ACTIVITY),
  ENROLLMENT_SKIPPED("enrollment.skipped", ACTIVITY),
  BROWSER_REMEMBERED("browser.remembered", ACTIVITY),
  BROWSER_FORGOTTEN("browser.forgotten", ACTIVITY),
  BROWSER_STOLEN("browser.stolen", ACTIVITY),
  SESSION_STARTED("session.started", ACTIVITY),
  SESSION_ENDED("session.ended", ACTIVITY),
  ACCOUNT_LINK_MADE("account.link_made", ACTIVITY),
  ACCOUNT_OPENED("account.opened", ACTIVITY),
  ACCOUNT_LEFT("account.left", ACTIVITY),
  ACCOUNT_ACTIVITY_READ("account.activity_read", ACTIVITY),
  PASSWORD_CHANGED("password.changed", ACTIVITY),
  PASSWORD_RESET_STARTED("password_reset.started", ACTIVITY),
  PASSWORD_RESET_PASSED("password_reset.passed", ACTIVITY),
  PASSWORD_RESET_FAILED("password_reset.failed", ACTIVITY),
  DISCONNECT_REQUESTED("disconnect.requested", ADMINISTRATION),
  DISCONNECT_APPROVED("disconnect.approved", ADMINISTRATION),
  DISCONNECT_REJECTED("disconnect.rejected", ADMINISTRATION),
  DISCONNECT_DONE("disconnect.done", ADMINISTRATION),
  DISCONNECT_ENDED("disconnect.ended", ADMINISTRATION),

  VERIFICATION_APPROVED("verification.approved", ACTIVITY),
  VERIFICATION_FAILED("verification.failed", ACTIVITY),

  FRAUD_BLOCKED("fraud.blocked", ACTIVITY),

  TENANT_CREATED("tenant.created", ADMINISTRATION),
  CARE_GIVEN("care.given", ADMINISTRATION),
  CARE_ENDED("care.ended", ADMINISTRATION),
  CLIENT_CREATED("client.created", ADMINISTRATION),
  CLIENT_REVOKED("client.revoked", ADMINISTRATION),
  CLIENT_REFUSED("client.refused", ACTIVITY),
  SETTINGS_CHANGED("settings.changed", ADMINISTRATION),
  TEST_NUMBER_SET("test_number.set", ADMINISTRATION),
  TEST_NUMBER_REMOVED("test_number.removed", ADMINISTRATION),
  FRAUD_SETTINGS_CHANGED("fraud_settings.changed", ADMINISTRATION),
  TEMPLATE_SET("template.set", ADMINISTRATION),
  TEMPLATE_REMOVED("template.removed", ADMINISTRATION),
  SENDER_RULE_SET("sender_rule.set", ADMINISTRATION),
  SENDER_RULE_REMOVED("sender_rule.removed", ADMINISTRATION),
  MESSAGE_TEMPLATE_SET("message_template.set", ADMINISTRATION),
  MESSAGE_TEMPLATE_REMOVED("message_template.removed", ADMINISTRATION),
  MESSAGE_REDACTED("message.redacted", ADMINISTRATION),
  INBOUND_RULES_SET("inbound_rules.set", ADMINISTRATION),
  INBOUND_REDACTED("inbound.redacted", ADMINISTRATION),
  OPT_OUT_ADDED("opt_out.added", ADMINISTRATION),
  OPT_OUT_REMOVED("opt_out.removed", ADMINISTRATION),
  OPT_OUT_SETTINGS_SET("opt_out_settings.set", ADMINISTRATION),
  NUMBER_SET("number.set", ADMINISTRATION),
  NUMBER_REMOVED("number.removed", ADMINISTRATION),
  LINK_ADDED("link.added", ADMINISTRATION),
  LINK_CHANGED("link.changed", ADMINISTRATION),
  LINK_REMOVED("link.removed", ADMINISTRATION),
  ROUTES_SET("routes.set", ADMINISTRATION),
  CREDIT_ACCOUNT_OPENED("credit_account.opened", ADMINISTRATION),
  CREDIT_ACCOUNT_CLOSED("credit_account.closed", ADMINISTRATION),
  CREDIT_PAID("credit.paid", ADMINISTRATION),
  CREDIT_LOW_SET("credit.low_set", ADMINISTRATION),
  PRICES_IMPORTED("prices.imported", ADMINISTRATION),
  WEBHOOK_CREATED("webhook.created", ADMINISTRATION),
  WEBHOOK_CHANGED("webhook.changed", ADMINISTRATION),
  WEBHOOK_SECRET_ROTATED("webhook.secret_rotated", ADMINISTRATION),
  WEBHOOK_REMOVED("webhook.removed", ADMINISTRATION),
  KEYS_ROTATED("keys.rotated", ADMINISTRATION),
  KEYS_PRUNED("keys.pruned", ADMINISTRATION),
  DATABASE_RESTORED("database.restored", ADMINISTRATION),

  AUDIT_CHAIN_OPENED("audit.chain_opened", ADMINISTRATION),
  AUDIT_READ("audit.read", ADMINISTRATION),
  AUDIT_EXPORTED("audit.exported", ADMINISTRATION);

  private final String text;
  private final Retention retention;

  AuditAction(String text, Retention retention) {
    this.text = text;
    this.retention = retention;
  }

  /// As it stands in the database and in answers: `factor.bound`.
  public String text() {
    return text;
  }

  public Retention retention() {
    return retention;
  }

  public static Optional<AuditAction> of(String text) {
    return Arrays.stream(values()).filter(value -> value.text.equals(text)).findFirst();
  }
}
