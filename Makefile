# Every target installs what it needs and is missing, then does its work. `make help` lists them.

CHECKLIST ?= checklists/mc1169566.yaml

PORT ?= 0

.PHONY: help setup run serve package test lint format reports fuzz bench

help: ## Show the targets
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 16

setup: ## Install what is missing for all targets
	@scripts/setup run test lint bench reports

run: ## Build, carry out the checks of CHECKLIST, write its report under .readiness/reports
	@scripts/setup run
	@scripts/run "$(CHECKLIST)"

serve: ## Build, and serve the sample rollouts on this machine; Ctrl-C ends it
	@scripts/setup run
	@scripts/serve $(PORT)

package: ## Make Debian packages of readiness and readiness-server in .build/packages
	@scripts/setup run package
	@scripts/package

test: ## Build everything and run all tests
	@scripts/setup run test
	@scripts/test
	@scripts/check-api
	@scripts/check-crashes

lint: ## Check format, imports, rules and the shipped checklists
	@scripts/setup run lint
	@scripts/lint

format: ## Format all Swift files in place
	@find Package.swift Sources Tests Benchmarks Fuzz -name '.build*' -prune -o -name '*.swift' -print \
		| xargs swift format --in-place

reports: ## Make the sample reports anew, and hold each format against the tools that read it
	@scripts/setup run test reports
	@scripts/sample-reports
	@scripts/check-reports

fuzz: ## Try hostile input on every fuzzer, FUZZ_SECONDS (600) each
	@scripts/setup run
	@scripts/fuzz

bench: ## Measure against peers in one run; fails where a target is missed
	@scripts/setup run bench
	@scripts/bench
