package io.tweestap.client.http;

/// Everything that the API can be asked, as `docs/reference/openapi.json` describes it; a test
/// compares the two. The name is its `operationId`.
public enum Operation {
  CREATE_TOKEN("POST", "/oauth2/token"),
  BEGIN_LOGIN("POST", "/v1/logins", true),
  GET_LOGIN("GET", "/v1/logins/{id}"),
  CLAIM_LOGIN("POST", "/v1/logins/{id}/claim", true),
  CANCEL_LOGIN("DELETE", "/v1/logins/{id}"),
  ANSWER_LOGIN("POST", "/v1/logins/{id}/answers"),
  CHALLENGE_LOGIN("POST", "/v1/logins/{id}/challenges", true),
  SEND_LOGIN_RECOVERY("POST", "/v1/logins/{id}/recovery", true),
  CHECK_LOGIN_RECOVERY("POST", "/v1/logins/{id}/recovery/check"),
  SEND_ENROLLMENT_PROOF("POST", "/v1/logins/{id}/enrollment/proof", true),
  CHECK_ENROLLMENT_PROOF("POST", "/v1/logins/{id}/enrollment/proof/check"),
  CONFIRM_ENROLLMENT("POST", "/v1/logins/{id}/enrollment/confirm"),
  SKIP_ENROLLMENT("POST", "/v1/logins/{id}/enrollment/skip"),
  START_ENROLLMENT("POST", "/v1/logins/{id}/enrollment"),
  TOUCH_SESSION("POST", "/v1/sessions/{id}/touch"),
  LIST_SESSIONS("GET", "/v1/users/{ref}/sessions"),
  END_SESSIONS("DELETE", "/v1/users/{ref}/sessions"),
  END_SESSION("DELETE", "/v1/users/{ref}/sessions/{id}"),
  LIST_BROWSERS("GET", "/v1/users/{ref}/browsers"),
  FORGET_BROWSERS("DELETE", "/v1/users/{ref}/browsers"),
  FORGET_BROWSER("DELETE", "/v1/users/{ref}/browsers/{id}"),
  CREATE_ACCOUNT_LINK("POST", "/v1/users/{ref}/account-links"),
  REPORT_PASSWORD_CHANGE("POST", "/v1/users/{ref}/password-changed"),
  DISCONNECT_USER("POST", "/v1/users/{ref}/disconnect"),
  LIST_DISCONNECTS("GET", "/v1/disconnects"),
  GET_DISCONNECT("GET", "/v1/disconnects/{id}"),
  CANCEL_DISCONNECT("DELETE", "/v1/disconnects/{id}"),
  APPROVE_DISCONNECT("POST", "/v1/disconnects/{id}/approve"),
  START_VERIFICATION("POST", "/v1/verifications", true),
  LIST_VERIFICATIONS("GET", "/v1/verifications"),
  GET_VERIFICATION("GET", "/v1/verifications/{id}"),
  CANCEL_VERIFICATION("DELETE", "/v1/verifications/{id}"),
  CHECK_VERIFICATION("POST", "/v1/verifications/{id}/check"),
  RESEND_VERIFICATION("POST", "/v1/verifications/{id}/resend", true),
  VERIFY_APP_PASSWORD("POST", "/v1/app-passwords/verify"),
  CREATE_APP_PASSWORD("POST", "/v1/users/{ref}/app-passwords"),
  LIST_APP_PASSWORDS("GET", "/v1/users/{ref}/app-passwords"),
  REVOKE_APP_PASSWORDS("DELETE", "/v1/users/{ref}/app-passwords"),
  REVOKE_APP_PASSWORD("DELETE", "/v1/users/{ref}/app-passwords/{id}"),
  LIST_MESSAGES("GET", "/v1/messages"),
  GET_MESSAGE("GET", "/v1/messages/{id}"),
  SEND_MESSAGES("POST", "/v1/messages", true),
  CANCEL_MESSAGE("POST", "/v1/messages/{id}/cancel"),
  REDACT_MESSAGE("POST", "/v1/messages/{id}/redact"),
  GET_MESSAGE_BATCH("GET", "/v1/messages/batches/{id}"),
  CANCEL_MESSAGE_BATCH("POST", "/v1/messages/batches/{id}/cancel"),
  LIST_INBOUND_MESSAGES("GET", "/v1/inbound"),
  GET_INBOUND_MESSAGE("GET", "/v1/inbound/{id}"),
  REDACT_INBOUND_MESSAGE("POST", "/v1/inbound/{id}/redact"),
  GET_INBOUND_RULES("GET", "/v1/inbound_rules"),
  PUT_INBOUND_RULES("PUT", "/v1/inbound_rules"),
  LIST_OPT_OUTS("GET", "/v1/opt-outs"),
  ADD_OPT_OUT("POST", "/v1/opt-outs"),
  REMOVE_OPT_OUT("DELETE", "/v1/opt-outs/{id}"),
  GET_OPT_OUT_SETTINGS("GET", "/v1/opt-outs/settings"),
  PUT_OPT_OUT_SETTINGS("PUT", "/v1/opt-outs/settings"),
  LIST_OWN_NUMBERS("GET", "/v1/numbers"),
  GET_OWN_NUMBER("GET", "/v1/numbers/{number}"),
  PUT_OWN_NUMBER("PUT", "/v1/numbers/{number}"),
  DELETE_OWN_NUMBER("DELETE", "/v1/numbers/{number}"),
  GET_FRAUD_SETTINGS("GET", "/v1/fraud/settings"),
  PUT_FRAUD_SETTINGS("PUT", "/v1/fraud/settings"),
  LIST_FRAUD_DECISIONS("GET", "/v1/fraud/decisions"),
  GET_CREDIT("GET", "/v1/credit"),
  PUT_CREDIT_SETTINGS("PUT", "/v1/credit/settings"),
  LIST_CREDIT_ENTRIES("GET", "/v1/credit/entries"),
  GET_CREDIT_USAGE("GET", "/v1/credit/usage"),
  GET_CREDIT_STATEMENT("GET", "/v1/credit/statements/{month}"),
  LIST_MESSAGE_TEMPLATES("GET", "/v1/message_templates"),
  GET_MESSAGE_TEMPLATE("GET", "/v1/message_templates/{name}"),
  PUT_MESSAGE_TEMPLATE("PUT", "/v1/message_templates/{name}"),
  DELETE_MESSAGE_TEMPLATE("DELETE", "/v1/message_templates/{name}"),
  ESTIMATE_MESSAGE("POST", "/v1/messages/estimate"),
  LIST_USERS("GET", "/v1/users"),
  IMPORT_USERS("POST", "/v1/users/import"),
  GET_USER("GET", "/v1/users/{ref}"),
  PUT_USER("PUT", "/v1/users/{ref}"),
  CHANGE_USER("PATCH", "/v1/users/{ref}"),
  ERASE_USER("DELETE", "/v1/users/{ref}"),
  CONFIRM_ADDRESS("POST", "/v1/users/{ref}/addresses/{id}/confirm"),
  VERIFY_ADDRESS("POST", "/v1/users/{ref}/addresses/{id}/verify", true),
  CLOSE_USER("POST", "/v1/users/{ref}/close", true),
  MOVE_DEADLINE("POST", "/v1/users/{ref}/deadline", true),
  EXPORT_USER("GET", "/v1/users/{ref}/export"),
  RESUME_USER("POST", "/v1/users/{ref}/resume", true),
  SUSPEND_USER("POST", "/v1/users/{ref}/suspend", true),
  LIST_EXEMPTIONS("GET", "/v1/exemptions"),
  LIST_POLICIES("GET", "/v1/policies"),
  CREATE_POLICY("POST", "/v1/policies", true),
  GET_COVERAGE("GET", "/v1/policies/coverage"),
  PREVIEW_POLICIES("POST", "/v1/policies/preview"),
  GET_POLICY("GET", "/v1/policies/{id}"),
  REPLACE_POLICY("PUT", "/v1/policies/{id}"),
  DELETE_POLICY("DELETE", "/v1/policies/{id}"),
  LIST_USER_EXEMPTIONS("GET", "/v1/users/{ref}/exemptions"),
  REQUEST_EXEMPTION("POST", "/v1/users/{ref}/exemptions", true),
  END_EXEMPTION("DELETE", "/v1/users/{ref}/exemptions/{id}"),
  APPROVE_EXEMPTION("POST", "/v1/users/{ref}/exemptions/{id}/approve"),
  GET_USER_POLICY("GET", "/v1/users/{ref}/policy"),
  CHALLENGE_FACTOR("POST", "/v1/users/{ref}/factors/{id}/challenges"),
  LIST_FACTORS("GET", "/v1/users/{ref}/factors"),
  BEGIN_FACTOR("POST", "/v1/users/{ref}/factors"),
  GET_FACTOR("GET", "/v1/users/{ref}/factors/{id}"),
  RENAME_FACTOR("PATCH", "/v1/users/{ref}/factors/{id}"),
  REMOVE_FACTOR("DELETE", "/v1/users/{ref}/factors/{id}"),
  CONFIRM_FACTOR("POST", "/v1/users/{ref}/factors/{id}/confirm"),
  RESUME_FACTOR("POST", "/v1/users/{ref}/factors/{id}/resume"),
  RESYNC_FACTOR("POST", "/v1/users/{ref}/factors/{id}/resync"),
  SUSPEND_FACTOR("POST", "/v1/users/{ref}/factors/{id}/suspend"),
  VERIFY_FACTOR("POST", "/v1/users/{ref}/factors/{id}/verify"),
  IMPORT_FACTORS("POST", "/v1/factors/import"),
  LIST_TOKENS("GET", "/v1/tokens"),
  IMPORT_TOKENS("POST", "/v1/tokens/import"),
  GET_TOKEN("GET", "/v1/tokens/{id}"),
  RETIRE_TOKEN("DELETE", "/v1/tokens/{id}"),
  GET_SETTINGS("GET", "/v1/settings"),
  CHANGE_SETTINGS("PATCH", "/v1/settings"),
  GET_PAGE_SETTINGS("GET", "/v1/settings/pages"),
  CHANGE_PAGE_SETTINGS("PATCH", "/v1/settings/pages"),
  LIST_SENDER_RULES("GET", "/v1/sender_rules"),
  GET_SENDER_RULE("GET", "/v1/sender_rules/{country}"),
  PUT_SENDER_RULE("PUT", "/v1/sender_rules/{country}"),
  DELETE_SENDER_RULE("DELETE", "/v1/sender_rules/{country}"),
  LIST_TEST_NUMBERS("GET", "/v1/settings/test_numbers"),
  PUT_TEST_NUMBER("PUT", "/v1/settings/test_numbers/{e164}"),
  REMOVE_TEST_NUMBER("DELETE", "/v1/settings/test_numbers/{e164}"),
  LIST_AUDIT("GET", "/v1/audit"),
  EXPORT_AUDIT("GET", "/v1/audit/export"),
  LIST_TEMPLATES("GET", "/v1/templates"),
  GET_TEMPLATE("GET", "/v1/templates/{name}"),
  PUT_TEMPLATE("PUT", "/v1/templates/{name}"),
  DELETE_TEMPLATE("DELETE", "/v1/templates/{name}"),
  LIST_LINKS("GET", "/v1/links"),
  CREATE_LINK("POST", "/v1/links"),
  GET_LINK("GET", "/v1/links/{name}"),
  CHANGE_LINK("PATCH", "/v1/links/{name}"),
  DELETE_LINK("DELETE", "/v1/links/{name}"),
  GET_ROUTES("GET", "/v1/routes"),
  GET_ROUTE_LEARNING("GET", "/v1/routes/learning"),
  PUT_ROUTES("PUT", "/v1/routes"),
  CREATE_WEBHOOK_ENDPOINT("POST", "/v1/webhook_endpoints"),
  LIST_WEBHOOK_ENDPOINTS("GET", "/v1/webhook_endpoints"),
  GET_WEBHOOK_ENDPOINT("GET", "/v1/webhook_endpoints/{id}"),
  CHANGE_WEBHOOK_ENDPOINT("PATCH", "/v1/webhook_endpoints/{id}"),
  DELETE_WEBHOOK_ENDPOINT("DELETE", "/v1/webhook_endpoints/{id}"),
  ROTATE_WEBHOOK_SECRET("POST", "/v1/webhook_endpoints/{id}/rotate_secret"),
  PING_WEBHOOK_ENDPOINT("POST", "/v1/webhook_endpoints/{id}/ping"),
  LIST_WEBHOOK_EVENTS("GET", "/v1/webhook_events"),
  GET_WEBHOOK_EVENT("GET", "/v1/webhook_events/{id}"),
  REPLAY_WEBHOOK_EVENT("POST", "/v1/webhook_events/{id}/replay"),
  LIST_HANDSET_MESSAGES("GET", "/v1/sandbox/messages"),
  CLEAR_HANDSETS("DELETE", "/v1/sandbox/messages"),
  LIST_HANDSETS("GET", "/v1/sandbox/handsets"),
  REPLY_FROM_HANDSET("POST", "/v1/sandbox/replies"),
  GET_DESCRIPTION("GET", "/v1/openapi.json");

  private final String method;
  private final String path;
  private final boolean keyed;

  Operation(String method, String path) {
    this(method, path, false);
  }

  Operation(String method, String path, boolean keyed) {
    this.method = method;
    this.path = path;
    this.keyed = keyed;
  }

  /// Of HTTP.
  public String method() {
    return method;
  }

  /// With names in braces where something is filled in.
  public String path() {
    return path;
  }

  /// Whether an `Idempotency-Key` makes it safe to repeat.
  public boolean keyed() {
    return keyed;
  }

  /// Whether doing it twice does no more than doing it once. PUT and DELETE are left out: between
  /// the two somebody else may have changed what the second one meets.
  boolean repeatable() {
    return keyed || method.equals("GET") || this == CREATE_TOKEN;
  }
}
