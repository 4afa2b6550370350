"""Reads one YAML file with PyYAML over its C loader: `compose` into its tree, or `load` into values."""

import sys

import yaml

verb, path = sys.argv[1:]
with open(path, "rb") as file:
    text = file.read()
if verb == "compose":
    print(len(yaml.compose(text, Loader=yaml.CSafeLoader).value), "keys")
elif verb == "load":
    print(len(yaml.load(text, Loader=yaml.CSafeLoader)), "keys")
else:
    sys.exit("usage: pyyaml.py compose|load FILE")
