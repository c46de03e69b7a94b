package io.tweestap.delivery.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.Objects;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/// Sets up Spring's mail sender: one connection per mail, each step with its time limit.
final class SmtpSender {
  private SmtpSender() {}

  /// @param trust makes TLS sockets; null for the JVM's own trust store
  static JavaMailSenderImpl of(MailProperties settings, @Nullable SSLSocketFactory trust) {
    JavaMailSenderImpl sender = new JavaMailSenderImpl();
    sender.setHost(Objects.requireNonNull(settings.host()));
    sender.setPort(settings.port());
    sender.setDefaultEncoding(UTF_8.name());
    if (settings.user() != null) {
      sender.setUsername(settings.user());
      sender.setPassword(settings.password());
    }
    Properties properties = properties(settings);
    if (trust != null) {
      properties.put("mail.smtp.ssl.socketFactory", trust);
    }
    sender.setJavaMailProperties(properties);
    return sender;
  }

  private static Properties properties(MailProperties settings) {
    boolean startTls = settings.security() == MailProperties.Security.STARTTLS;
    boolean tls = settings.security() == MailProperties.Security.TLS;
    Properties properties = new Properties();
    properties.put("mail.transport.protocol", "smtp");
    properties.put("mail.smtp.auth", Boolean.toString(settings.user() != null));
    properties.put("mail.smtp.starttls.enable", Boolean.toString(startTls));
    properties.put("mail.smtp.starttls.required", Boolean.toString(startTls));
    properties.put("mail.smtp.ssl.enable", Boolean.toString(tls));
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    properties.put("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
    properties.put("mail.smtp.connectiontimeout", millis(settings.connectTimeout()));
    properties.put("mail.smtp.timeout", millis(settings.readTimeout()));
    // The word after DATA is what counts; a slow QUIT must not hold up or undo it.
    properties.put("mail.smtp.quitwait", "false");
    return properties;
  }

  private static String millis(Duration time) {
    return Long.toString(time.toMillis());
  }
}
