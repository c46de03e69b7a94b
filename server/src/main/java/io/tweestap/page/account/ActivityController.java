package io.tweestap.page.account;

import io.tweestap.audit.AuditEntry;
import io.tweestap.audit.AuditLog;
import io.tweestap.page.look.HostedPage;
import io.tweestap.shared.Cursor;
import io.tweestap.shared.Page;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// What is recorded about the visitor, in words, newest first.
@HostedPage
class ActivityController {
  private static final int ROWS = 100;

  private final AuditLog log;
  private final AccountWords words;
  private final AccountPages pages;

  ActivityController(AuditLog log, AccountWords words, AccountPages pages) {
    this.log = log;
    this.words = words;
    this.pages = pages;
  }

  /// Something that happened.
  ///
  /// @param more what it was about: a kind of factor, or that staff did it; null for nothing
  /// @param place network that it came from; null when unknown
  record Event(
      String at, String what, @Nullable String more, @Nullable String place, boolean bad) {}

  @GetMapping("/account/activity")
  ModelAndView activity(
      @RequestAttribute(Visit.NAME) Visit visit,
      @RequestParam(defaultValue = "") String before,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    Locale locale = pages.dress(visit, new AccountPages.Exchange(request, response, model));
    Page<AuditEntry> page =
        log.own(visit.tenant(), visit.user().pseudonym(), Cursor.read(before), ROWS);
    ZoneId zone = visit.user().zone();
    model.addAttribute(
        "events", page.data().stream().flatMap(one -> event(one, zone, locale).stream()).toList());
    model.addAttribute("next", page.nextCursor());
    return pages.show("activity");
  }

  /// Empty for what means nothing to people, such as steps on the way to something that is told.
  private Optional<Event> event(AuditEntry entry, ZoneId zone, Locale locale) {
    String key = "account.event." + entry.action();
    boolean bad = !entry.result().equals("success");
    String what = bad ? words.of(key + ".not", "", locale) : words.of(key, "", locale);
    if (what.isEmpty()) {
      return Optional.empty();
    }
    String at = words.moment(entry.at(), zone, locale);
    return Optional.of(new Event(at, what, more(entry, locale), entry.source().orElse(null), bad));
  }

  private @Nullable String more(AuditEntry entry, Locale locale) {
    String kind = entry.details().get("factor_kind");
    String about =
        kind == null
            ? entry.details().getOrDefault("device", "")
            : words.of("account.kind." + kind, kind, locale);
    String staff = entry.actor().startsWith("staff:") ? words.of("account.by_staff", locale) : "";
    String all = about.isEmpty() || staff.isEmpty() ? about + staff : about + ", " + staff;
    return all.isEmpty() ? null : all;
  }
}
