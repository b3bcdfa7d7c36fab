#!/usr/bin/python3
"""Opens a results file the way readers do: xarray with both engines, ncdump, h5py and pandas. Any problem: exit 1."""
import subprocess
import sys

import h5py
import numpy as np
import pandas as pd
import xarray as xr

COORDINATES = ["scenario", "replicate", "week", "clearing", "phase", "measure", "year", "quantile"]
WHEN_USED = ["stratum", "quarter", "team", "panel_person", "panel_week", "person", "twin_week"]
ATTRIBUTES = ["format", "format_version", "Conventions", "kind", "title", "question", "model", "program", "version", "commit", "seed"]


def need(holds, sentence):
    if not holds:
        sys.exit(f"{sys.argv[1]}: {sentence}")


def same(a, b):
    """Equal values of equal type; missing is equal to missing."""
    if a.dtype != b.dtype or a.shape != b.shape:
        return False
    return np.array_equal(a, b, equal_nan=a.dtype.kind == "f")


def check_coordinates(dataset, engine):
    for name in COORDINATES + [d for d in WHEN_USED if d in dataset.dims]:
        need(name in dataset.coords and dataset[name].dims == (name,), f"{engine}: no coordinate {name}")
    for name in ("scenario", "phase", "measure", "quantile"):
        need(all(isinstance(text, str) and text for text in dataset[name].values), f"{engine}: {name} is not made of names")
    need(np.array_equal(dataset.week.values, 1 + np.arange(dataset.sizes["week"])), f"{engine}: weeks are not 1, 2, ...")
    need(np.array_equal(dataset.clearing.values, 4 * (1 + np.arange(dataset.sizes["clearing"]))), f"{engine}: clearings are not 4, 8, ...")
    for name in ("phase_label_en", "phase_label_nl", "scenario_title"):
        need(name in dataset.coords, f"{engine}: {name} is not an auxiliary coordinate")
    for name in ("scenario_text", "resolved_scenario"):
        need(name in dataset and dataset[name].dims == ("scenario",), f"{engine}: no {name} for each scenario")


def check_attributes(dataset, engine):
    for name in ATTRIBUTES:
        need(name in dataset.attrs, f"{engine}: no attribute {name}")
    need(dataset.attrs["format"] == "bevlogen-results", f"{engine}: another format")
    need(int(dataset.attrs["format_version"]) == 2, f"{engine}: another version")
    for name, variable in dataset.data_vars.items():
        if variable.dtype.kind != "f":
            continue
        for attribute in ("units", "long_name", "long_name_nl", "description"):
            need(isinstance(variable.attrs.get(attribute), str), f"{engine}: {name} has no {attribute}")
        if name.endswith("_panel") or name == "phase_last_year":  # a trace is no outcome, nor is a phase
            check_codes(variable, engine)
            continue
        for attribute in ("good", "role"):
            need(isinstance(variable.attrs.get(attribute), str), f"{engine}: {name} has no {attribute}")
        need(variable.attrs["good"] in ("higher", "lower", "neutral"), f"{engine}: {name}: good = {variable.attrs['good']}")
        need(variable.attrs["role"] in ("state", "event", "cost", "harm", "offered", "took_part"), f"{engine}: {name}: role = {variable.attrs['role']}")


def check_codes(variable, engine):
    """Where a trace has codes, every value is one of them and has a word in both languages."""
    if "flag_values" not in variable.attrs:
        return
    codes = np.atleast_1d(variable.attrs["flag_values"])
    for words in ("flag_meanings", "flag_meanings_nl"):
        need(len(variable.attrs[words].split()) == len(codes), f"{engine}: {variable.name}: not a word for each code")
    need(np.isin(variable.values[np.isfinite(variable.values)] * 256, codes).all(), f"{engine}: {variable.name} holds no code")


def check_stored_steps(dataset, engine):
    for name, variable in dataset.data_vars.items():
        if name.endswith(("_panel", "_team", "_last_year", "_twin")):
            need(variable.dtype == np.float32, f"{engine}: {name} is not decoded to float32")
            steps = variable.values[np.isfinite(variable.values)] * 256
            need(np.array_equal(steps, np.round(steps)), f"{engine}: {name} holds values that are no multiples of 1/256")


def listed(attributes):
    return {name: np.asarray(value).tolist() for name, value in attributes.items()}


def check_xarray(file):
    opened = {}
    for engine in ("h5netcdf", "netcdf4"):
        with xr.open_dataset(file, engine=engine) as dataset:
            opened[engine] = dataset.load()
        check_coordinates(opened[engine], engine)
        check_attributes(opened[engine], engine)
        check_stored_steps(opened[engine], engine)
    first, second = opened.values()
    need(set(first.variables) == set(second.variables), "the engines see different variables")
    for name in first.variables:
        need(same(first[name].values, second[name].values), f"the engines disagree about {name}")
        need(first[name].dims == second[name].dims, f"the engines disagree about the dimensions of {name}")
        need(listed(first[name].attrs) == listed(second[name].attrs), f"the engines disagree about the attributes of {name}")
    need({k: str(v) for k, v in first.attrs.items()} == {k: str(v) for k, v in second.attrs.items()}, "the engines disagree about the attributes")
    with xr.open_dataset(file, engine="netcdf4", group="provenance") as provenance:
        need(len(provenance.variables) == 0, "the group provenance holds more than attributes")
    return first


def check_ncdump(file):
    done = subprocess.run(["ncdump", "-h", file], capture_output=True, text=True)
    need(done.returncode == 0, f"ncdump -h: {done.stderr.strip()}")
    need("group: provenance" in done.stdout, "ncdump -h does not list the group provenance")
    done = subprocess.run(["ncdump", "-v", "phase_label_nl,resolved_scenario", file], capture_output=True, text=True)
    need(done.returncode == 0, f"ncdump -v: {done.stderr.strip()}")


def frame(file, name):
    """An outcome as a table, with h5py and pandas alone."""
    with h5py.File(file) as f:
        names = [d[0].name.strip("/") for d in f[name].dims]
        levels = [f[n].asstr()[()] if h5py.check_string_dtype(f[n].dtype) else f[n][()] for n in names]
        return pd.Series(f[name][()].ravel(), pd.MultiIndex.from_product(levels, names=names), name=name).reset_index()


def check_pandas(file, dataset):
    name = next(n for n, v in dataset.data_vars.items() if "measure" in v.dims)
    table = frame(file, name)
    need(list(table.columns) == [*dataset[name].dims, name], f"pandas: {name} has other columns")
    need(same(table[name].to_numpy(), dataset[name].values.ravel()), f"pandas: {name} has other values")
    row = table.iloc[len(table) // 2]
    at = {d: row[d] for d in dataset[name].dims}
    need(same(np.float32([row[name]]), np.float32([dataset[name].sel(at).item()])), f"pandas and xarray disagree about {name} at {at}")


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: open_results.py FILE")
    file = sys.argv[1]
    dataset = check_xarray(file)
    check_ncdump(file)
    check_pandas(file, dataset)
    print(f"{file}: {len(dataset.data_vars)} variables, opened by xarray (h5netcdf, netcdf4), ncdump, h5py and pandas")


main()
