package io.tweestap.client;

import io.tweestap.client.account.AccountLinks;
import io.tweestap.client.apppassword.AppPasswords;
import io.tweestap.client.audit.Audit;
import io.tweestap.client.credit.Credit;
import io.tweestap.client.disconnect.Disconnects;
import io.tweestap.client.factor.Factors;
import io.tweestap.client.fraud.FraudGuard;
import io.tweestap.client.http.Call;
import io.tweestap.client.http.Http;
import io.tweestap.client.http.Operation;
import io.tweestap.client.inbound.Inbound;
import io.tweestap.client.inbound.OptOuts;
import io.tweestap.client.inbound.OwnNumbers;
import io.tweestap.client.link.Links;
import io.tweestap.client.login.Logins;
import io.tweestap.client.message.MessageTemplates;
import io.tweestap.client.message.Messages;
import io.tweestap.client.policy.Exemptions;
import io.tweestap.client.policy.Policies;
import io.tweestap.client.route.Routes;
import io.tweestap.client.sandbox.Sandbox;
import io.tweestap.client.session.Browsers;
import io.tweestap.client.session.Sessions;
import io.tweestap.client.settings.SenderRules;
import io.tweestap.client.settings.Templates;
import io.tweestap.client.settings.TenantSettings;
import io.tweestap.client.token.Tokens;
import io.tweestap.client.user.Users;
import io.tweestap.client.verification.Verifications;
import io.tweestap.client.webhook.Webhooks;

/// A Tweestap server, as an application sees it. Make one and keep it: it holds connections and an
/// access token that it fetches and renews by itself, and any number of threads may use it, virtual
/// ones too. Every method blocks until the answer is there.
///
/// ```java
/// try (Tweestap tweestap = Tweestap.at(address).credentials(clientId, clientSecret).build()) {
///   System.out.println(tweestap.settings().get().name());
/// }
/// ```
///
/// What a caller must act on comes back as an outcome, a sealed interface to be switched over. The
/// rest is a [TweestapException]: [RequestRefused] when the server said no to the request itself,
/// [TweestapUnavailable] when there was no answer. Requests that are safe to repeat are repeated
/// after a failure on the way, with an idempotency key where the API knows one.
public final class Tweestap implements AutoCloseable {
  private final Http http;

  Tweestap(Http http) {
    this.http = http;
  }

  /// Begins to make one.
  ///
  /// @param address of the server: `https://2fa.example.org`, with a path if it is published under
  ///   one
  public static TweestapBuilder at(String address) {
    return new TweestapBuilder(address);
  }

  /// The second step of a login. Scopes `logins:write` and `logins:read`.
  public Logins logins() {
    return new Logins(http);
  }

  /// Sessions of users. Scopes `logins:write` and `logins:read`.
  public Sessions sessions() {
    return new Sessions(http);
  }

  /// Remembered browsers of users. Scopes `logins:write` and `logins:read`.
  public Browsers browsers() {
    return new Browsers(http);
  }

  /// Factors taken away from users who lost them. Scope `users:disconnect`.
  public Disconnects disconnects() {
    return new Disconnects(http);
  }

  /// One-time codes to an address. Scopes `verifications:write` and `verifications:read`.
  public Verifications verifications() {
    return new Verifications(http);
  }

  /// App passwords. Scopes `factors:write`, `factors:read` and `app_passwords:verify`.
  public AppPasswords appPasswords() {
    return new AppPasswords(http);
  }

  /// Messages of your own, and what became of all. Scopes `messages:write` and `messages:read`.
  public Messages messages() {
    return new Messages(http);
  }

  /// Texts for messages of your own. Scopes `settings:write` and `settings:read`.
  public MessageTemplates messageTemplates() {
    return new MessageTemplates(http);
  }

  /// From whom messages come, by country. Scopes `settings:write` and `settings:read`.
  public SenderRules senderRules() {
    return new SenderRules(http);
  }

  /// What people wrote. Scopes `inbound:read` and `inbound:write`.
  public Inbound inbound() {
    return new Inbound(http);
  }

  /// Who wants no messages. Scopes `inbound:read` and `inbound:write`, for the settings
  /// `settings:read` and `settings:write`.
  public OptOuts optOuts() {
    return new OptOuts(http);
  }

  /// Numbers that people write to. Scopes `inbound:read` and, to give them out, `links:write`.
  public OwnNumbers ownNumbers() {
    return new OwnNumbers(http);
  }

  /// The fraud guard. Scopes `settings:write`, `settings:read` and `verifications:read`.
  public FraudGuard fraudGuard() {
    return new FraudGuard(http);
  }

  /// Users. Scopes `users:write`, `users:read` and `users:reveal`.
  public Users users() {
    return new Users(http);
  }

  /// Policies. Scopes `policies:write` and `policies:read`.
  public Policies policies() {
    return new Policies(http);
  }

  /// Exemptions from policies. Scopes `exemptions:write` and `policies:read`.
  public Exemptions exemptions() {
    return new Exemptions(http);
  }

  /// Factors of users. Scopes `factors:write`, `factors:read` and `factors:verify`.
  public Factors factors() {
    return new Factors(http);
  }

  /// Hardware tokens in stock. Scopes `factors:write` and `factors:read`.
  public Tokens tokens() {
    return new Tokens(http);
  }

  /// Settings and test numbers. Scopes `settings:write` and `settings:read`.
  public TenantSettings settings() {
    return new TenantSettings(http);
  }

  /// Texts of your own. Scopes `settings:write` and `settings:read`.
  public Templates templates() {
    return new Templates(http);
  }

  /// What the tenant paid before, and what its messages cost. Scope `credit:read`.
  public Credit credit() {
    return new Credit(http);
  }

  /// The audit trail. Scope `audit:read`.
  public Audit audit() {
    return new Audit(http);
  }

  /// By which rules carriers are chosen, for whoever runs the installation. Scopes `links:write`
  /// and `links:read`.
  public Routes routes() {
    return new Routes(http);
  }

  /// Links to operators, for whoever runs the installation. Scopes `links:write` and `links:read`.
  public Links links() {
    return new Links(http);
  }

  /// Events to your own systems. Scopes `webhooks:write` and `webhooks:read`.
  public Webhooks webhooks() {
    return new Webhooks(http);
  }

  /// The pages where users look after their own second step. Scope `account_links:write`.
  public AccountLinks accountLinks() {
    return new AccountLinks(http);
  }

  /// The handsets of the sandbox. Scope `sandbox:read`.
  public Sandbox sandbox() {
    return new Sandbox(http);
  }

  /// The server's own description of its API, OpenAPI 3.1 in JSON.
  public String openApi() {
    return http.text(Call.of(Operation.GET_DESCRIPTION));
  }

  /// Closes the connections; what waits to be repeated gives up.
  @Override
  public void close() {
    http.close();
  }
}
