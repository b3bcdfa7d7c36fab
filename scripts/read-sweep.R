#!/usr/bin/env Rscript
# Reads a sweep with ncdf4: prints how strongly an outcome goes with each parameter, and draws it.
#
#     scripts/read-sweep.R SWEEP.h5 [OUTCOME [PHASE [PARAMETER [PICTURE]]]]
#
# What is left out is the first outcome and phase of the file and the parameter with the strongest rank correlation; the ending of PICTURE
# (.png, .pdf, .svg) says what is written. An example to copy from; scripts/read-sweep.py is the same in Python. Exit codes: 0 done; 2 wrong
# usage or file.
library(ncdf4)

# Of Okabe and Ito (2008): told apart with any kind of colour vision.
rising <- "#0072b2"
falling <- "#d55e00"
most_bars <- 15

refuse <- function(...) {
  message("read-sweep.R: ", ...)
  quit(status = 2)
}

# The place of a name, where the file has it; of the first where none is asked for.
known <- function(file, what, name, names) {
  if (name == "") return(1)
  if (name %in% names) return(match(name, names))
  distances <- adist(name, names)
  refuse(file, " has no ", what, " \"", name, "\"",
         if (min(distances) <= max(2, nchar(name) / 3)) paste0("; did you mean \"", names[which.min(distances)], "\"?")
         else paste0(" (it has ", paste(names, collapse = ", "), ")"))
}

# Lines of at most that many letters, about as long as each other; a path may go on after a dot, a hyphen or an underscore.
fold <- function(text, width) {
  pieces <- strsplit(gsub("( |[._-](?=[A-Za-z]))", "\\1\n", text, perl = TRUE), "\n")[[1]]
  within <- function(width) {
    lines <- ""
    for (piece in pieces) {
      last <- lines[length(lines)]
      if (last != "" && nchar(trimws(paste0(last, piece), "right")) > width) lines <- c(lines, piece)
      else lines[length(lines)] <- paste0(last, piece)
    }
    trimws(lines, "right")
  }
  for (narrow in seq_len(width)) if (length(within(narrow)) == length(within(width))) break
  paste(within(narrow), collapse = "\n")
}

height_of <- function(texts) lengths(strsplit(texts, "\n"))  # in lines

# Dots of equal value are put side by side.
beside <- function(at) {
  place <- ave(at, at, FUN = seq_along) - 1
  count <- ave(at, at, FUN = length)
  values <- sort(unique(at))
  step <- if (length(values) > 1) min(diff(values) / (2 * max(count)), 0.02 * diff(range(values))) else 1
  at + step * (place - (count - 1) / 2)
}

# Everything about an outcome in a phase that is printed or drawn; `values` are of the last year: replicate x point.
read <- function(file, outcome, phase, parameter) {
  if (!utils::file_test("-f", file)) refuse(file, ": there is no such file (bevlogen sweep writes one)")
  sweep <- tryCatch(nc_open(file), error = function(e) NULL)
  if (is.null(sweep)) refuse(file, " is not a results file")
  if (!identical(ncatt_get(sweep, 0, "kind")$value, "sweep"))
    refuse(file, " is not a sweep (bevlogen sweep writes one; scripts/read-results.R reads comparisons)")
  texts <- function(name) as.vector(ncvar_get(sweep, name))
  o <- known(file, "outcome", outcome, texts("outcome"))
  f <- known(file, "phase", phase, texts("phase"))
  year <- sweep$dim$year$len
  # R has the order of the dimensions reversed: the first in the file is the last here. Keep those of size 1; missing values are NA.
  values <- ncvar_get(sweep, "value", start = c(f, year, o, 1, 1), count = c(1, 1, 1, -1, -1), collapse_degen = FALSE)
  found <- list(
    values = array(values, dim(values)[4:5]),
    status = ncvar_get(sweep, "status", collapse_degen = FALSE),  # replicate x point: 0 missing, 1 done, 2 failed
    parameters = ncvar_get(sweep, "parameter_value", collapse_degen = FALSE),  # parameter x point
    paths = texts("parameter"), names = texts("parameter_label_en"), units = texts("parameter_unit"), spreads = texts("parameter_spread"),
    words = texts("parameter_words"), descriptions = texts("parameter_description"),
    outcome = texts("outcome")[o], phase = texts("phase")[f], unit = texts("outcome_unit")[o],
    label = paste0(texts("outcome_label_en")[o], ", ", texts("phase_label_en")[f], ", year ", texts("year")[year]),
    title = ncatt_get(sweep, 0, "title")$value, design = ncatt_get(sweep, 0, "design")$value
  )
  if (parameter != "") found$chosen <- known(file, "parameter", parameter, found$paths)
  usable(file, found)
}

# The points that have a value of every replicate, and a sentence about those that are left out.
usable <- function(file, found) {
  is_done <- apply(found$status == 1, 2, all)
  has_value <- apply(!is.na(found$values), 2, all)  # there is none where nobody was in the phase
  is_used <- is_done & has_value
  counts <- c("a run is missing or failed" = sum(!is_done), "nobody was in the phase" = sum(is_done & !has_value))
  counts <- counts[counts > 0]
  left_out <- paste(counts, "where", names(counts), collapse = ", ")
  if (!any(is_used)) refuse(file, " has no point to use: ", left_out)
  found$values <- found$values[, is_used, drop = FALSE]
  found$parameters <- found$parameters[, is_used, drop = FALSE]
  found$points <- paste0("points used: ", sum(is_used), " of ", length(is_used), if (length(counts) > 0) paste0("; left out: ", left_out))
  found
}

# Spearman's; not a number where one does not vary. Rounded, so that rounding errors do not order what is equal.
rank_correlation <- function(a, b) {
  if (length(unique(a)) < 2 || length(unique(b)) < 2) return(NA)
  round(cor(a, b, method = "spearman"), 12) + 0  # a zero has no sign
}

print_table <- function(found) {
  wide <- max(30, nchar(found$paths))
  cat(found$title, "\n", found$label, ", unit ", found$unit, "; replicates: ", nrow(found$values), "; ", found$points, "\n", sep = "")
  cat(sprintf("%-*s %16s\n", wide, "parameter", "rank correlation"))
  for (p in found$strongest) {
    correlation <- found$correlations[p]
    cat(sprintf("%-*s %16s\n", wide, found$paths[p], if (is.na(correlation)) "-" else sprintf("%.6g", correlation)))
  }
}

open_picture <- function(picture, height) {
  if (!dir.exists(dirname(picture))) refuse(picture, " could not be drawn: there is no such folder")
  switch(tolower(tools::file_ext(picture)),
    png = png(picture, width = 1650, height = 150 * height, res = 150, type = "cairo"),
    pdf = cairo_pdf(picture, width = 11, height = height),
    svg = svg(picture, width = 11, height = height),
    refuse(picture, ": a picture ends in .png, .pdf or .svg"))
}

with_unit <- function(name, unit) paste0(name, if (unit != "1") paste0(", ", unit))

# What stands below the points.
axis_name <- function(found, p) {
  path <- found$paths[p]
  name <- if (found$names[p] != path || found$descriptions[p] == "") found$names[p] else found$descriptions[p]
  paste0(fold(with_unit(name, found$units[p]), 56), if (name != path) paste0("\n", fold(path, 56)))
}

# The outcome against a parameter: a dot a point, with the 95 % interval (Student's t) over replicates, of chance only. Whether dots had to make
# way for others of their value.
draw_points <- function(found, p, bottom) {
  at <- found$parameters[p, ]
  n <- nrow(found$values)
  mean <- colMeans(found$values)
  half <- if (n > 1) qt(0.975, n - 1) * apply(found$values, 2, sd) / sqrt(n) else 0
  has_words <- found$words[p] != ""
  has_log <- grepl("log", found$spreads[p]) && !has_words && min(at) > 0  # by the logarithm, or lognormal
  dots <- if (has_log) at else beside(at)
  par(mai = c(bottom, 1.1, 0.1, 0.1))
  plot(if (has_words) range(at) + c(-0.4, 0.4) else range(dots), range(mean - half, mean + half), type = "n", log = if (has_log) "x" else "",
       xaxt = if (has_words) "n" else "s", ann = FALSE)
  grid(nx = NA, ny = NULL, col = "#e4e7ea", lty = 1)
  segments(dots, mean - half, dots, mean + half, col = adjustcolor(rising, 0.5))
  varying <- sum(apply(found$parameters, 1, function(row) length(unique(row)) > 1))
  if (found$design %in% c("grid", "list") && varying < 2) lines(at[order(at)], mean[order(at)], col = rising, lwd = 2)
  points(dots, mean, pch = 21, bg = rising, col = "white", cex = 1.2)
  if (has_words) {  # "0 = false, 1 = true"
    pairs <- strsplit(strsplit(found$words[p], ", ")[[1]], " = ")
    word_of <- setNames(vapply(pairs, `[`, "", 2), vapply(pairs, `[`, "", 1))
    different <- sort(unique(at))
    axis(1, different, vapply(word_of[as.character(different)], fold, "", 12), padj = 0.3)
  }
  mtext(axis_name(found, p), side = 1, line = 1.9, padj = 1, cex = 0.85)
  numbers <- max(strwidth(format(axTicks(2)), "inches")) / par("csi")  # in lines
  mtext(fold(with_unit(found$label, found$unit), 44), side = 2, line = numbers + 1.2, las = 0, cex = 0.85)
  any(dots != at)
}

draw_bars <- function(found, bottom) {
  varying <- sum(!is.na(found$correlations))
  bars <- head(found$strongest, min(most_bars, varying))
  correlation <- found$correlations[bars]
  names <- vapply(found$names[bars], fold, "", 30)
  par(mai = c(bottom, max(0.3, strwidth(names, "inches", cex = 0.8) + 0.2), 0.1, 0.1))
  places <- seq_along(bars)
  plot(NULL, xlim = c(-1.25, 1.25), ylim = c(max(length(bars), 4) + 0.6, 0.4), xaxs = "i", yaxs = "i", xaxt = "n", yaxt = "n", ann = FALSE)
  axis(1, c(-1, -0.5, 0, 0.5, 1))
  abline(v = c(-1, -0.5, 0.5, 1), col = "#e4e7ea")
  if (length(bars) > 0) {
    rect(0, places - 0.35, correlation, places + 0.35, col = ifelse(correlation < 0, falling, rising), border = NA)
    text(correlation, places, sprintf("%.2f", round(correlation, 2) + 0), pos = ifelse(correlation < 0, 2, 4), offset = 0.3, cex = 0.8)
    text(-1.25 - 0.1 * 2.5 / par("pin")[1], places, names, adj = c(1, 0.5), cex = 0.8, xpd = NA)
  }
  abline(v = 0, col = "#4d4d4d")
  if (length(bars) == 0) text(0, 2, "none: there is nothing that varies")
  of <- if (length(bars) < varying) paste0("\nthe ", length(bars), " strongest of ", varying)
  mtext(paste0("Spearman's rank correlation", of), side = 1, line = 1.9, padj = 1, cex = 0.85)
}

draw <- function(found, p, picture) {
  names <- vapply(found$names[head(found$strongest, most_bars)], fold, "", 30)
  title <- fold(found$title, 110)
  n <- nrow(found$values)
  means <- if (n > 1) paste("the mean of", n, "replicates, with its 95 % interval, of chance only") else "one replicate"
  open_picture(picture, max(4.8, 2 + max(length(names), 4) * max(0.06 + 0.14 * height_of(names))))
  layout(matrix(1:2, 1))
  par(las = 1, mgp = c(2.4, 0.7, 0), bty = "l", cex = 0.85, oma = c(2.6, 0, 0.6 + 1.3 * height_of(title), 0))
  bottom <- 0.5 + 0.17 * max(2, height_of(axis_name(found, p)))
  make_way <- draw_points(found, p, bottom)
  draw_bars(found, bottom)
  mtext(title, side = 3, outer = TRUE, line = 0.4, adj = 0.01, font = 2)
  caption <- paste0("A dot is a point: ", means, ".", if (make_way) " Dots of equal value stand side by side.", " P", substring(found$points, 2), ".")
  mtext(fold(caption, 165), side = 1, outer = TRUE, line = -0.2, padj = 1, adj = 0.01, cex = 0.65, col = "#656d76")
  invisible(dev.off())
}

arguments <- commandArgs(trailingOnly = TRUE)
if (!length(arguments) %in% 1:5 || startsWith(arguments[1], "-")) {
  message("usage: scripts/read-sweep.R SWEEP.h5 [OUTCOME [PHASE [PARAMETER [PICTURE]]]]")
  quit(status = 2)
}
arguments <- c(arguments, rep("", 5 - length(arguments)))

file <- arguments[1]
found <- read(file, arguments[2], arguments[3], arguments[4])
mean <- colMeans(found$values)
found$correlations <- apply(found$parameters, 1, rank_correlation, mean)
found$strongest <- order(-abs(found$correlations))  # those that are not numbers last
p <- if (is.null(found$chosen)) found$strongest[1] else found$chosen
picture <- arguments[5]
if (picture == "") picture <- paste0(paste(c(tools::file_path_sans_ext(file), found$outcome, found$phase, found$paths[p]), collapse = "-"), ".png")
print_table(found)
draw(found, p, picture)
cat("picture: ", picture, "\n", sep = "")
