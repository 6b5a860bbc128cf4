@echo off
rem Runs the build with an installed Maven; mvnw says why this is not the generated wrapper.
where mvn >nul 2>nul
if errorlevel 1 (
  echo ArenaBench is built with Maven 3.8 or later: install it, then run this again. 1>&2
  exit /b 1
)
call mvn %*
exit /b %errorlevel%
