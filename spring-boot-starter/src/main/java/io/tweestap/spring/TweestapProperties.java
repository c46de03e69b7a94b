package io.tweestap.spring;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Settings under `tweestap`.
///
/// @param address where the Tweestap server is, such as `https://2fa.example.org`
/// @param clientId id of this application's API client; without it the starter does nothing
/// @param clientSecret secret of this application's API client
/// @param applicationAddress where browsers reach this application, with its context path: the
///   hosted prompt leads back there. `{application-address}/login/second-step/back` must be among
///   the tenant's return addresses.
/// @param application what this application is called in policies
/// @param enabled whether form logins get a second step
/// @param page path of a page of this application's own that asks for the second step, instead of
///   the hosted prompt
/// @param successUrl where a user goes after the login who asked for no page before; usually what
///   the form login says
/// @param failureUrl where a user goes whose second step did not pass; usually a page that says so
/// @param whenUnavailable what happens to a login when Tweestap cannot be reached
/// @param createUsers whether users that Tweestap does not know are made there at their first login
/// @param browserCookie name of the cookie that a remembered browser keeps
/// @param sessionCheck how often at most Tweestap is asked whether a session was ended elsewhere
/// @param connectTimeout how long to wait for a connection to Tweestap
/// @param timeout how long to wait for an answer of Tweestap
/// @param allowPlainHttp whether secrets may travel to another machine without TLS
@ConfigurationProperties("tweestap")
public record TweestapProperties(
    @DefaultValue("http://localhost:8080") String address,
    @Nullable String clientId,
    @Nullable String clientSecret,
    @Nullable URI applicationAddress,
    @Nullable String application,
    @DefaultValue("true") boolean enabled,
    @Nullable String page,
    @Nullable String successUrl,
    @Nullable String failureUrl,
    @DefaultValue("closed") WhenUnavailable whenUnavailable,
    @DefaultValue("true") boolean createUsers,
    @DefaultValue("__Host-tweestap-browser") String browserCookie,
    @DefaultValue("1m") Duration sessionCheck,
    @DefaultValue("3s") Duration connectTimeout,
    @DefaultValue("10s") Duration timeout,
    @DefaultValue("false") boolean allowPlainHttp) {
  /// Where the hosted prompt leads back to, below the application's address.
  static final String BACK = "/login/second-step/back";

  public TweestapProperties {
    if (page != null && !page.startsWith("/")) {
      throw new IllegalArgumentException("tweestap.page must begin with /");
    }
  }

  /// The whole address that the hosted prompt leads back to.
  ///
  /// @throws IllegalStateException when it is not known where the application is
  public String returnUrl() {
    if (applicationAddress == null) {
      throw new IllegalStateException("tweestap.application-address is missing");
    }
    String text = applicationAddress.toString();
    return (text.endsWith("/") ? text.substring(0, text.length() - 1) : text) + BACK;
  }

  /// Where somebody begins again, below the context path.
  String start() {
    return successUrl == null ? "/" : successUrl;
  }

  /// Without the secret.
  @Override
  public String toString() {
    return "TweestapProperties[" + address + ", " + clientId + "]";
  }
}
