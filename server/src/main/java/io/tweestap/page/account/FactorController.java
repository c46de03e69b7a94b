package io.tweestap.page.account;

import io.tweestap.factor.Factor;
import io.tweestap.factor.FactorId;
import io.tweestap.factor.FactorKind;
import io.tweestap.factor.Factors;
import io.tweestap.page.account.Kept.Said;
import io.tweestap.page.look.HostedPage;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// One factor: renamed, or removed after it was said what follows.
@HostedPage
class FactorController {
  private final Factors factors;
  private final PolicyWords policy;
  private final AccountRows rows;
  private final AccountPages pages;
  private final Clock clock;

  FactorController(
      Factors factors, PolicyWords policy, AccountRows rows, AccountPages pages, Clock clock) {
    this.factors = factors;
    this.policy = policy;
    this.rows = rows;
    this.pages = pages;
    this.clock = clock;
  }

  private static String path(UUID id) {
    return "/account/factors/" + id;
  }

  @GetMapping("/account/factors/{id}")
  @Nullable ModelAndView factor(
      @RequestAttribute(Visit.NAME) Visit visit,
      @PathVariable UUID id,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model)
      throws IOException {
    Optional<Factor> factor = find(visit, id);
    if (factor.isEmpty()) {
      return pages.nothing(request, response);
    }
    ModelAndView unproven = pages.unproven(visit, path(id));
    if (unproven != null) {
      return unproven;
    }
    Locale locale = pages.dress(visit, new AccountPages.Exchange(request, response, model));
    model.addAttribute("factor", rows.of(factor.get(), visit.user().zone(), locale));
    return pages.show("factor");
  }

  private Optional<Factor> find(Visit visit, UUID id) {
    return factors.find(visit.tenant(), visit.user().id(), new FactorId(id));
  }

  @PostMapping("/account/factors/{id}/rename")
  @Nullable ModelAndView rename(
      @RequestAttribute(Visit.NAME) Visit visit,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String name,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    if (find(visit, id).isEmpty()) {
      return pages.nothing(request, response);
    }
    ModelAndView unproven = pages.unproven(visit, path(id));
    if (unproven != null) {
      return unproven;
    }
    Optional<String> typed = Typed.name(name);
    if (typed.isEmpty()) {
      return pages.go(visit, visit.kept().saying(Said.bad("no_name")), path(id));
    }
    factors.rename(visit.tenant(), visit.user(), new FactorId(id), typed.get(), Visit.by(request));
    return pages.go(visit, visit.kept().saying(Said.good("renamed")), AccountPages.HOME);
  }

  /// Says what follows before it happens.
  @GetMapping("/account/factors/{id}/remove")
  @Nullable ModelAndView ask(
      @RequestAttribute(Visit.NAME) Visit visit,
      @PathVariable UUID id,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model)
      throws IOException {
    Optional<Factor> factor = find(visit, id);
    if (factor.isEmpty()) {
      return pages.nothing(request, response);
    }
    ModelAndView unproven = pages.unproven(visit, path(id) + "/remove");
    if (unproven != null) {
      return unproven;
    }
    Locale locale = pages.dress(visit, new AccountPages.Exchange(request, response, model));
    model.addAttribute("factor", rows.of(factor.get(), visit.user().zone(), locale));
    model.addAttribute("follows", follows(visit, factor.get(), locale));
    return pages.show("remove");
  }

  /// What follows from losing this one; empty when another second factor is there.
  private List<String> follows(Visit visit, Factor factor, Locale locale) {
    List<Factor> others =
        factors.of(visit.tenant(), visit.user().id()).stream()
            .filter(one -> one.isUsable(clock.instant()))
            .filter(one -> !one.id().equals(factor.id()))
            .toList();
    boolean last =
        factor.kind().isSecondFactor()
            && others.stream().noneMatch(one -> one.kind().isSecondFactor());
    Set<FactorKind> kinds = others.stream().map(Factor::kind).collect(Collectors.toSet());
    return last ? policy.afterRemoval(visit.tenant(), visit.user(), kinds, locale) : List.of();
  }

  @PostMapping("/account/factors/{id}/remove")
  @Nullable ModelAndView remove(
      @RequestAttribute(Visit.NAME) Visit visit,
      @PathVariable UUID id,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    if (find(visit, id).isEmpty()) {
      return pages.nothing(request, response);
    }
    ModelAndView unproven = pages.unproven(visit, path(id) + "/remove");
    if (unproven != null) {
      return unproven;
    }
    boolean removed =
        factors.remove(visit.tenant(), visit.user(), new FactorId(id), Visit.by(request));
    return removed
        ? pages.go(visit, visit.kept().saying(Said.good("removed")), AccountPages.HOME)
        : pages.nothing(request, response);
  }
}
