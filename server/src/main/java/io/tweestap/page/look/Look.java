package io.tweestap.page.look;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the layout shows around a page.
///
/// @param name of the organization
/// @param initial its first letter, where there is no picture
/// @param style address of the organization's own colors; null for those of Tweestap
/// @param logo address of its picture
/// @param help how to get help; null where the organization says nothing
/// @param contact whom to turn to; null where the organization says nothing
/// @param path of this page, for the choice of another language
/// @param languages codes of all languages
public record Look(
    String name,
    String initial,
    @Nullable String style,
    @Nullable String logo,
    @Nullable String help,
    @Nullable String contact,
    String path,
    List<String> languages) {}
