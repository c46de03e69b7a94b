package io.tweestap.factor.apppassword.web;

import io.tweestap.factor.apppassword.VerifyAppPassword.Attempt;
import io.tweestap.shared.web.Fields;
import java.net.InetAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Body of `POST /v1/app-passwords/verify`. What a stranger typed, user and password, may be
/// anything and is simply not valid; the rest comes from whoever set up the service.
record VerifyBody(
    @Nullable String user,
    @Nullable String service,
    @Nullable String password,
    @Nullable String sourceIp) {
  Attempt read() {
    if (user == null) {
      throw Fields.missing("user", "user is required");
    }
    if (password == null) {
      throw Fields.missing("password", "password is required");
    }
    return new Attempt(
        user,
        MakeBody.service(Fields.required("service", service)),
        password,
        Optional.ofNullable(sourceIp).map(VerifyBody::source));
  }

  private static InetAddress source(String text) {
    try {
      return InetAddress.ofLiteral(text);
    } catch (IllegalArgumentException _) {
      throw Fields.invalid("source_ip", "must be an IPv4 or IPv6 address");
    }
  }

  @Override
  public String toString() {
    return "VerifyBody[" + service + "]";
  }
}
